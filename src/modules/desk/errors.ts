import { refusals } from '#kernel/errors/index.ts';

/** What an officer can cause at the desk; what the case itself refuses is said by the cases module. */
export const refuse = refusals('desk', {
  not_found: [404, 'No encontramos este trámite en su entidad. Revise el número, o búsquelo desde su escritorio.'],
  file_not_found: [404, 'Ese archivo no está entre los de este trámite. Vuelva al trámite y ábralo desde ahí.'],
  certificate_not_found: [404, 'Ese documento no salió de este trámite. Vuelva al trámite y ábralo desde ahí.'],
  may_not_revoke: [403, 'Este documento lo puede revocar la jefatura o una unidad que decide en este trámite. Pídaselo a una de ellas.'],
  person_not_found: [404, 'Esa persona no es de su entidad, o ya no atiende en ninguna unidad. Vuelva a su equipo y elíjala de la lista.'],
  nobody_chosen: [422, 'Elija a quién pasa la tarea.'],
  key_missing: [400, 'Falta el encabezado Idempotency-Key. Envíe uno propio de este pedido, de 8 a 100 letras, cifras o guiones, y repítalo igual si tiene que reintentar.'],
});
