import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('indicators', {
  indicator_not_found: [404, 'Ese indicador no existe. Búsquelo en la lista de indicadores.'],
  operand_not_found: [404, 'Esa parte no es de este indicador. Abra el indicador y elija una de las suyas.'],
  entity_unknown: [404, 'Esa entidad no está entre las que cuenta este indicador. Elija otra en la lista del indicador.'],
  no_entity: [403, 'Su cuenta no pertenece a ninguna entidad. Pida a quien administra las cuentas que la asigne.'],
  goal_not_found: [404, 'Esa meta no está en el plan nacional. Búsquela en el tablero.'],
  line_not_found: [404, 'Esa línea no está en el plan nacional. Búsquela en el tablero.'],
  entity_not_found: [404, 'Esa entidad no está aquí. Búsquela en el tablero.'],
  declaration_not_found: [404, 'Esa declaración no está entre las que usted puede ver. Vuelva a la lista y búsquela allí.'],
  declared_already: [409, 'Su entidad ya declaró ese indicador para ese periodo. Abra la declaración que ya está en la lista.'],
  declaration_moved: [409, 'Otra persona cambió esta declaración mientras usted la tenía abierta. Ábrala de nuevo antes de seguir.'],
  step_not_allowed: [409, 'La declaración ya no está en ese paso, o no le toca a usted. Ábrala de nuevo y vea qué se puede hacer.'],
  step_reason: [422, 'Escriba el motivo: quien la recibe tiene que saber qué corregir.'],
  figure_not_found: [404, 'El sistema no contó esa cifra de su entidad. Búsquela en la lista de cifras que se pueden impugnar.'],
  contest_not_found: [404, 'Esa impugnación no está entre las que usted puede ver. Vuelva a la lista y búsquela allí.'],
  contested_already: [409, 'Su entidad ya impugnó esa cifra y todavía no tiene respuesta. Espérela antes de impugnarla otra vez.'],
  contest_answered: [409, 'Esa impugnación ya tiene respuesta. Ábrala de nuevo para verla.'],
  round_not_found: [404, 'Ese año no está abierto para evaluar. Vuelva a la lista de evaluaciones.'],
  evaluation_moved: [409, 'Otra persona cambió esto mientras usted lo tenía abierto. Ábralo de nuevo antes de seguir.'],
  answers_waiting: [409, 'Hay evaluaciones enviadas que todavía no se respondieron ({count}). Acéptelas u obsérvelas antes de cerrar el año.'],
  year_closed: [409, 'La evaluación de {year} está cerrada: lo que se declaró para ese año ya no cambia.'],
});
