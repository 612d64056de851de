import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause around a case. */
export const refuse = refusals('cases', {
  not_found: [404, 'No encontramos este trámite entre los que usted puede ver. Revise el número en «Mis trámites» o en su escritorio.'],
  draft_not_found: [404, 'No encontramos este borrador. Puede que ya lo haya enviado: mire en «Mis trámites».'],
  not_running_here: [404, 'Este trámite todavía no se hace en línea aquí. En su ficha dice dónde hacerlo.'],
  changed_meanwhile: [409, 'Alguien más trabajó en este trámite al mismo tiempo. Recargue la página para ver cómo quedó y vuelva a intentarlo.'],
  closed: [409, 'Este trámite ya terminó y no admite más cambios. Recargue la página para ver el resultado.'],
  task_not_open: [409, 'Esta tarea ya no está pendiente. Recargue la página para ver qué se hizo.'],
  task_not_yours: [403, 'Esta tarea es de otra unidad. Solo su personal puede atenderla.'],
  task_taken: [409, 'Esta tarea ya la tomó {name}. Pídale que la libere, o pida a la jefatura que la reasigne.'],
  task_not_claimed: [409, 'Antes de resolver esta tarea tiene que tomarla. Use el botón «Tomar».'],
  same_person: [403, 'Este paso lo debe dar una persona distinta de la que hizo «{element}». Pida a otra persona de su unidad que lo atienda.'],
  bad_outcome: [422, 'Elija una de las respuestas que admite esta tarea: {outcomes}.'],
  reason_needed: [422, 'Escriba el motivo: quien solicita tiene derecho a conocerlo.'],
  fields_needed: [422, 'Señale al menos un dato que se deba corregir, con su motivo.'],
  unknown_field: [422, 'El dato «{field}» no existe en este formulario. Recargue la página y elija de la lista.'],
  no_observation: [409, 'No hay nada que corregir en este trámite ahora. Recargue la página para ver cómo está.'],
  not_correctable: [422, 'Solo puede corregir los datos que le observaron.'],
  invalid_answers: [422, 'Faltan datos o hay datos por corregir: {problem}. Revise el formulario antes de enviar.'],
  question_needed: [422, 'Escriba qué desea consultar a la otra unidad.'],
  unknown_unit: [422, 'La unidad elegida no existe en su entidad. Elija una de la lista.'],
  unit_busy: [409, 'Ya hay una consulta pendiente a esa unidad. Espere su respuesta o consulte a otra.'],
  only_supervisor: [403, 'Solo la jefatura puede reasignar tareas que tomó otra persona.'],
  cannot_withdraw: [409, 'Este trámite ya no se puede retirar. Recargue la página para ver cómo está.'],
  not_awaited: [409, 'El trámite no está esperando eso ahora. Recargue la página para ver cómo está.'],
  not_applicant: [403, 'Solo quien presentó la solicitud puede hacer esto.'],
});
