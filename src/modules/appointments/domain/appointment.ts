import type { AppointmentId, CaseId, EntityId, PersonId } from '#kernel/ids.ts';
import type { Channel, ResourceDefinition, ResourceId } from './resource.ts';

/** A place at a time, kept for a case. */
export type Appointment = {
  readonly entityId: EntityId;
  readonly id: AppointmentId;
  readonly resourceId: ResourceId;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly start: Date;
  readonly end: Date;
  readonly channel: Channel;
  readonly state: AppointmentState;
  /** What it is for, as the officer reads it: number of the case and name of the procedure. */
  readonly label: string;
  /** Who comes. */
  readonly attendee: string;
  /** Grows with every change. */
  readonly sequence: number;
};

export type AppointmentState = 'booked' | 'cancelled' | 'attended' | 'missed';

/** How each state reads. */
export const stateNames = { booked: 'Reservada', cancelled: 'Cancelada', attended: 'Atendida', missed: 'No se presentó' } as const satisfies Record<AppointmentState, string>;

/** Who asks for a change: the applicant within the windows of the resource, an officer until the start. */
export type Actor = { readonly by: PersonId; readonly as: 'applicant' | 'officer' };

/** Why an appointment can't be changed at this moment; `undefined` when it can. */
export function changeProblem(appointment: Appointment, resource: ResourceDefinition, act: 'move' | 'cancel', actor: Actor, now: Date): 'not_booked' | 'too_late' | undefined {
  if (appointment.state !== 'booked') return 'not_booked';
  const hours = actor.as === 'officer' ? 0 : act === 'move' ? resource.changeUntilHours : resource.cancelUntilHours;
  return now.getTime() > appointment.start.getTime() - hours * 3_600_000 ? 'too_late' : undefined;
}

// People come early: whoever is there may be attended before the hour, on the same morning.
const earlyMillis = 4 * 3_600_000;

/** Why it can't be noted that somebody came (`attended`) or did not (`missed`): it is no longer open, or not yet time. */
export function attendanceProblem(appointment: Appointment, outcome: 'attended' | 'missed', now: Date): 'not_booked' | 'too_early' | undefined {
  if (appointment.state !== 'booked') return 'not_booked';
  const from = outcome === 'attended' ? appointment.start.getTime() - earlyMillis : appointment.start.getTime();
  return now.getTime() < from ? 'too_early' : undefined;
}
