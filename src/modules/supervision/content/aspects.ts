import type { Answers } from '#modules/forms/index.ts';

/** The five aspects that are looked at in electronic government, as an examination begins with them; each examination may change them. */
export const usualAspects: readonly Answers[] = [
  { nombre: 'Planificación institucional', texto: 'Si el plan de gobierno electrónico está aprobado, se apoya en el plan estratégico vigente y en el plan operativo, y se le hace seguimiento.' },
  { nombre: 'Organización de las tecnologías', texto: 'Si la unidad de tecnologías está en el manual de organización y funciones, con un solo nombre y con procesos aprobados.' },
  { nombre: 'Infraestructura tecnológica', texto: 'Con qué equipos, redes y seguridad de la información cuenta la entidad.' },
  { nombre: 'Procesos, trámites y servicios', texto: 'Si los trámites están en el manual de procesos y procedimientos, al día y con los sistemas que los apoyan.' },
  { nombre: 'Herramientas de gobierno electrónico', texto: 'Qué trámites usan identidad y firma digital, pago en línea, citas, certificados e interoperabilidad.' },
];
