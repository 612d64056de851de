import type { Written } from '../domain/sheets/write-inventory.ts';

/** An invented procedure that shows in the template how each column is filled in. */
export const exampleEntry: Written = {
  slug: 'certificado-de-ejemplo',
  answers: {
    nombre: 'Certificado de ejemplo', proposito: 'Acredita que una persona está en el registro. Es un ejemplo inventado: no lo importe.', publico: ['persona-natural', 'empresa'], vulnerables: ['mayores'], proceso: 'sustantivo', solicitudes_anio: 1_200, media_dia: 4.5, maxima_dia: 30,
    estacional: true, meses: ['1', '2'], beneficiarios: 15_000, rural: 12.5, digital: 'no', parte_presencial: 'Todo el trámite.', alcance: 'departamentos', departamentos: ['LP', 'OR'], duracion: 3, duracion_unidad: 'business_days', horas_oficina: 1.5, visitas: 2, horas_entidad: 0.5,
    gratuito: false, costo: 2_550, impedimento: 'sin_impedimento', dificultades: 'Hay que volver otro día a recogerlo.', sistema: 'Sistema de ejemplo',
  },
};
