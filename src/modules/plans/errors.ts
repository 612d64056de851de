import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('plans', {
  line_not_found: [404, 'El plan nacional no tiene esa línea. Vuelva al plan y elija una de sus catorce líneas.'],
  no_entity: [403, 'Su cuenta no pertenece a ninguna entidad, y un plan es de una entidad. Pida a quien administra las cuentas que la asigne.'],
  plan_not_found: [404, 'Ese plan no es de su entidad o ya no está. Vuelva a la lista de planes y ábralo desde ahí.'],
  changed_meanwhile: [409, 'Otra persona cambió el plan mientras usted escribía. Ábralo de nuevo: verá lo que cambió, y puede volver a escribir lo suyo.'],
  plan_fixed: [409, 'El contenido de este plan ya no se cambia, porque se registró. Para cambiarlo, empiece una nueva versión.'],
  begun_meanwhile: [409, 'Otra persona de su entidad empezó un plan en este momento. Vuelva a la lista y ábralo.'],
  section_not_found: [404, 'El plan no tiene esa parte. Vuelva al índice del plan y ábrala desde ahí.'],
  row_not_found: [404, 'Esa fila ya no está en el plan. Vuelva a la sección y búsquela en el cuadro.'],
  too_many_rows: [422, 'Ya hay {max} filas, que son las que caben. Quite alguna antes de agregar otra.'],
  not_followed: [409, 'Este plan no está vigente, y sólo de un plan vigente se informa. Cuando lo esté, vuelva aquí.'],
  not_published: [404, 'Ese plan no está publicado. Vea la lista de planes publicados.'],
  document_changed: [409, 'Otra persona cambió o quitó este documento mientras usted escribía. Ábralo de nuevo desde la lista de documentos.'],
  document_not_found: [404, 'Ese documento no es de su entidad o se quitó. Vuelva a la lista de documentos.'],
});
