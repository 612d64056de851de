import { isKeyOf } from '#kernel/tables.ts';

/** What a message of each topic is for, in the words of the page. A test sees to it that every topic that somebody acts on is here. */
const topicWords = {
  'cases.service': 'Pedir lo que un trámite necesita: un cobro, una cita o un documento',
  'cases.message': 'Avisar lo que dice el flujo de un trámite',
  'cases.timer': 'Hacer cumplir un plazo de un trámite',
  'cases.happened': 'Avisar lo que pasó en un trámite',
  'cases.recompute': 'Volver a calcular plazos',
  'plans.recompute': 'Volver a calcular plazos de los planes',
  'plans.print': 'Imprimir un plan aprobado',
  'calendars.changed': 'Aplicar un cambio del calendario de días hábiles',
  'certificates.issued': 'Avisar que un documento está listo',
  'certificates.expiring': 'Avisar que un documento está por vencer',
  'certificates.revoked': 'Avisar que un documento fue revocado',
  'payments.settled': 'Anotar en el trámite que se pagó',
  'payments.ask': 'Preguntar a la pasarela por un pago',
  'payments.simulated_webhook': 'Aviso de la pasarela simulada',
  'appointments.booked': 'Avisar que se reservó una cita',
  'appointments.moved': 'Avisar que cambió una cita',
  'appointments.cancelled': 'Avisar que se anuló una cita',
  'appointments.attended': 'Anotar en el trámite que se asistió a la cita',
  'appointments.missed': 'Anotar en el trámite que no se asistió a la cita',
  'appointments.reminder': 'Recordar una cita',
  'appointments.displaced': 'Avisar que una cita cayó en día no hábil',
  'appointments.slot_freed': 'Avisar que se liberó un lugar en la agenda',
  'appointments.offer_ends': 'Cerrar el ofrecimiento de un lugar en la agenda',
  'notifications.deliver': 'Enviar un correo',
  'planning.import_due': 'Leer un archivo para el inventario',
  'planning.weekly_due': 'Buscar el archivo de la semana para el inventario',
} as const satisfies Readonly<Record<string, string>>;

/** The words of a topic; one that an older version left behind has none of its own. */
export const sayTopic = (topic: string): string => (isKeyOf(topicWords, topic) ? topicWords[topic] : 'Mensaje interno de otra versión');

/** Whether a topic has its words. */
export const hasWords = (topic: string): boolean => isKeyOf(topicWords, topic);
