import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('appointments', {
  not_found: [404, 'Esa cita no existe, o no puede verla. Vuelva a su trámite.'],
  resource_not_found: [404, 'Ese lugar de atención no existe, o no puede verlo. Vuelva a la agenda.'],
  no_such_slot: [409, 'A esa hora no se atiende. Elija otra de la lista.'],
  slot_full: [409, 'Ese horario acaba de ocuparse. Elija otro de la lista; no se cambió nada.'],
  too_soon: [409, 'Ese horario ya está muy próximo para reservarlo. Elija uno más adelante.'],
  too_far: [409, 'Todavía no se puede reservar para esa fecha. Elija una más cercana.'],
  already_booked: [409, 'Este trámite ya tiene una cita. Puede cambiarla o cancelarla.'],
  not_booked: [409, 'Esta cita ya no está vigente. Recargue la página para ver cómo quedó.'],
  too_late: [409, 'Ya pasó el tiempo para cambiar o cancelar esta cita por internet. Comuníquese con la oficina.'],
  too_early: [409, 'Todavía no es la hora de esta cita. Regístrela cuando corresponda.'],
  reason_needed: [422, 'Escriba el motivo en una línea, de hasta 300 caracteres.'],
  already_waiting: [409, 'Este trámite ya está en la lista de espera. Le avisaremos si se libera un lugar.'],
  wrong_range: [422, 'El último día es anterior al primero, o ya pasó. Corrija los días en que podría venir.'],
  not_waiting: [404, 'Este trámite no está en la lista de espera. Vuelva a su trámite.'],
  offer_over: [409, 'El tiempo para aceptar ese lugar terminó y se ofreció a otra persona. Sigue en la lista de espera.'],
  outcome_needed: [422, 'Diga si la persona se atendió o no vino. Vuelva a la agenda y use uno de los dos botones.'],
  no_entity: [403, 'Su cuenta no pertenece a una entidad, así que no tiene agenda. Pida a su administrador que la asigne.'],
});
