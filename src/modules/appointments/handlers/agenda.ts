import { addDays, instantOf, localDateOf } from '#kernel/clock.ts';
import { audit } from '#kernel/audit/index.ts';
import { askedDay } from '#kernel/html/day-boxes.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId, type EntityId } from '#kernel/ids.ts';
import { loadCalendar } from '#modules/calendars/index.ts';
import { markAttended, markMissed } from '../actions/mark-attendance.ts';
import type { Appointment } from '../domain/appointment.ts';
import { closedBecause } from '../domain/slots.ts';
import { refuse } from '../errors.ts';
import { agendaHref, agendaPage, noAgendaPage } from '../pages/agenda-page.ts';
import { listBetween } from '../store/appointments.ts';
import { listResources } from '../store/resources.ts';

/** Where the page of a case is, which only the process knows. */
export type CaseHref = (one: Appointment) => string;

/** The agenda of one day of one of the entity's resources; who looked at it is written down, because it has names. */
export const showAgenda = (caseHref: CaseHref | undefined) => async (ctx: Context): Promise<Answer> => {
  const resources = await listResources(ctx.db, entityOf(ctx));
  const asked = ctx.query['recurso'];
  const resource = asked ? resources.find(({ id }) => id === asked) ?? refuse('resource_not_found') : resources[0];
  if (resource === undefined) return page(noAgendaPage);
  const day = askedDay(ctx.query, 'dia') ?? localDateOf(ctx.now);
  const appointments = await listBetween(ctx.db, resource, instantOf(day), instantOf(addDays(day, 1)));
  const closed = closedBecause(resource, await loadCalendar(ctx.db, resource.place), day);
  await audit(ctx.db, { action: 'appointments.agenda_read', subject: `resource:${resource.id}`, person: ctx.person, detail: { day }, requestId: ctx.requestId });
  return page(agendaPage({ day, resource, resources, appointments, closed, now: ctx.now, csrf: ctx.csrf, caseHref }));
};

/** Notes that somebody came, or did not. */
export async function keepAttendance(ctx: Context): Promise<Answer> {
  const entityId = entityOf(ctx), appointmentId = parseId<'appointment'>(ctx.params['id']) ?? refuse('not_found');
  const by = ctx.person ?? refuse('not_found');
  const mark = ctx.form['outcome'] === 'missed' ? markMissed : ctx.form['outcome'] === 'attended' ? markAttended : refuse('outcome_needed');
  const marked = await mark(ctx.db, { entityId, appointmentId, by, now: ctx.now });
  return seeOther(agendaHref(localDateOf(marked.start), { id: marked.resourceId }), marked.state === 'attended' ? 'Quedó registrado que se atendió.' : 'Quedó registrado que no se presentó.');
}

const entityOf = (ctx: Context): EntityId => ctx.person?.entityId ?? refuse('no_entity');
