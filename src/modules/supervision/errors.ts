import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('supervision', {
  no_entity: [403, 'Su cuenta no pertenece a ninguna entidad, y los exámenes son entre entidades. Pida a quien administra las cuentas que la asigne.'],
  examination_not_found: [404, 'Ese examen no está entre los que usted puede ver. Vuelva a Control y búsquelo en la lista.'],
  part_not_found: [404, 'Eso no está en el examen. Vuelva al examen y búsquelo por su código.'],
  recommendation_not_found: [404, 'Esa recomendación no está entre las que usted puede ver. Vuelva a Control y búsquela en la lista.'],
  result_not_found: [404, 'Ese resultado no está entre los que usted puede ver. Vuelva a las comprobaciones y búsquelo en la lista.'],
  file_not_found: [404, 'Ese archivo no está en el seguimiento de la recomendación. Vuelva a la recomendación y búsquelo en lo que pasó.'],
  entity_not_found: [404, 'Esa entidad no está en esta instalación. Vuelva y elija una de la lista.'],
  changed_meanwhile: [409, 'Otra persona lo cambió mientras usted escribía. Ábralo de nuevo: verá lo que cambió, y puede volver a escribir lo suyo.'],
  already_issued: [409, 'El informe ya se emitió, así que su texto no cambia más. Lo que falte va en otro examen, de seguimiento.'],
  not_issued: [409, 'Primero hay que emitir el informe; después se notifica.'],
  incomplete: [409, 'Antes de emitir el informe complete: {missing}.'],
  not_now: [409, 'Eso ya no corresponde: la recomendación está ahora como «{state}». Ábrala de nuevo y vea qué sigue.'],
  finding_in_use: [409, 'El hallazgo {code} está en la recomendación {by}. Quítelo primero de ella.'],
  has_children: [409, 'La recomendación {code} reúne a otras. Quítelas primero.'],
  too_many: [409, 'El examen ya tiene {max} partes, que es el máximo. Lo que falte va en otro examen.'],
  no_example: [404, 'Los ejemplos se cargan sólo en una demostración.'],
  own_entity: [422, 'Una entidad no se examina a sí misma desde aquí. Elija otra.'],
});
