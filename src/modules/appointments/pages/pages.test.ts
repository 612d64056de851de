import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { hiddenField } from '#kernel/html/components.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { newId } from '#kernel/ids.ts';
import { markupFaults } from '#support/markup.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { Resource } from '../domain/resource.ts';
import type { Waiting } from '../domain/waiting.ts';
import { agendaPage, noAgendaPage } from './agenda-page.ts';
import { bookedPage, cancelPage, slipPage } from './appointment-pages.ts';
import { dayPickerPage, timePickerPage } from './slot-picker-page.ts';
import { joinWaitingPage, waitingPage } from './waiting-pages.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text);
const monday = day('2026-03-09'), csrf = hiddenField('csrf', 'prueba'), entityId = newId<'entity'>();
const resource: Resource = {
  entityId, id: newId<'resource'>(), key: 'inspeccion', name: 'Inspección <previa>', address: 'Calle Bolívar 100, Oruro', instructions: ['Tenga a mano el plano.'], place: { department: 'OR' },
  hours: [{ weekday: 1, from: '09:00', until: '12:00' }], slotMinutes: 30, capacity: 3, noticeHours: 24, daysAheadMax: 30, changeUntilHours: 24, cancelUntilHours: 1,
};
const at = (time: string): Date => instantOf(monday, time);
const appointment: Appointment = {
  entityId, id: newId<'appointment'>(), resourceId: resource.id, caseId: newId<'case'>(), personId: newId<'person'>(), start: at('09:00'), end: at('09:30'),
  channel: 'internet', state: 'booked', label: '2026-000123', attendee: 'Juana Mamani', sequence: 0,
};
const hrefs = { back: '/mis-tramites/1', slip: '/mis-tramites/1/cita/comprobante', ics: '/mis-tramites/1/cita/cita.ics', move: '/mis-tramites/1/cita/cambio', cancel: '/mis-tramites/1/cita/cancelacion' };
const open = { day: monday, closed: undefined, slots: [{ start: at('09:00'), end: at('09:30'), free: 1 }, { start: at('09:30'), end: at('10:00'), free: 9 }] };
const days = [open, { day: day('2026-03-10'), closed: 'Feriado: Duelo', slots: [] }, { day: day('2026-03-11'), closed: undefined, slots: [] }];
const picker = { resource, backHref: '/mis-tramites/1', days, dayHref: (one: LocalDate) => `/mis-tramites/1/cita/${one}`, nextHref: '?desde=2026-03-20', waitingHref: '/mis-tramites/1/espera' };
const time = { resource, backHref: '/mis-tramites/1/cita', day: open, action: '/mis-tramites/1/cita', csrf, key: 'k' };
const waiting: Waiting = { entityId, id: newId<'waiting'>(), resourceId: resource.id, caseId: appointment.caseId, personId: appointment.personId, label: '', attendee: '', fromDay: monday, untilDay: monday, offer: undefined };
const offerView = { waiting, resource, backHref: '/mis-tramites/1', csrf, acceptAction: '/a', leaveAction: '/b' };
const agenda = { day: monday, resource, resources: [resource, { ...resource, id: newId<'resource'>(), name: 'Ventanilla' }], closed: undefined, now: at('09:10'), csrf, caseHref: undefined,
  appointments: [appointment, { ...appointment, id: newId<'appointment'>(), start: at('16:00'), end: at('16:30'), attendee: '', label: '' }, { ...appointment, id: newId<'appointment'>(), state: 'missed' as const }] };

const rows: readonly [name: string, content: PageContent, shows: readonly string[], hides?: readonly string[]][] = [
  ['the days', dayPickerPage(picker), ['Elija el día', 'lunes, 9 de marzo de 2026</a>', '2 horarios libres', 'Feriado: Duelo', 'Sin lugares', 'lista de espera', 'Inspección &lt;previa&gt;'], ['La conserva']],
  ['the days of a move', dayPickerPage({ ...picker, moving: appointment }), ['¿A qué día quiere cambiar', 'La conserva hasta que confirme otra', 'lunes, 9 de marzo de 2026, 09:00']],
  ['days without places', dayPickerPage({ ...picker, days: days.slice(1) }), ['No quedan lugares en estos días']],
  ['the times', timePickerPage(time), ['¿A qué hora del lunes, 9 de marzo de 2026?', '09:00 a 09:30', 'Queda 1 lugar', 'Reservar la cita'], ['Quedan 9']],
  ['the times of a move, after somebody else was quicker', timePickerPage({ ...time, moving: appointment, error: 'Ese horario acaba de ocuparse.' }), ['Hay un dato que corregir', 'Ese horario acaba de ocuparse.', 'Cambiar la cita', 'conserva su cita']],
  ['a day whose times went meanwhile', timePickerPage({ ...time, day: { ...open, slots: [] }, error: 'Ese horario acaba de ocuparse.' }), ['No quedan horarios el 9 de marzo de 2026', '#sin-horarios']],
  ['the booking', bookedPage({ appointment, resource, hrefs }), ['Su cita está reservada', 'Tenga a mano el plano.', 'hasta 24 horas antes', 'hasta 1 hora antes', 'Juana Mamani']],
  ['the booking after a move', bookedPage({ appointment: { ...appointment, sequence: 1 }, resource: { ...resource, instructions: [], cancelUntilHours: 0 }, hrefs }), ['Su cita cambió', 'hasta la hora de la cita'], ['Antes de la cita']],
  ['the slip', slipPage({ appointment: { ...appointment, state: 'cancelled' }, resource, hrefs }), ['Comprobante de cita', '2026-000123', 'Cancelada'], [appointment.id]],
  ['the cancellation', cancelPage({ appointment, resource, hrefs }, { csrf, action: hrefs.cancel }), ['Motivo', 'Mejor cambiar el día'], ['Hay un dato']],
  ['the cancellation without a reason', cancelPage({ appointment, resource, hrefs }, { csrf, action: hrefs.cancel, error: 'Escriba el motivo.' }), ['Escriba el motivo.']],
  ['joining the list', joinWaitingPage({ resource, backHref: '/x', action: '/y', csrf, from: { day: '9', month: '3', year: '2026' } }), ['¿Desde qué día', '¿Hasta qué día']],
  ['waiting', waitingPage(offerView), ['Está en la lista de espera', 'Salir de la lista'], ['Aceptar este lugar']],
  ['an offer', waitingPage({ ...offerView, waiting: { ...waiting, offer: { start: at('09:00'), channel: 'internet', until: at('08:00') } }, current: { start: at('11:00') } }), ['Se liberó un lugar', 'Aceptar este lugar', '9 de marzo de 2026, 08:00', 'deja su cita']],
  ['the agenda', agendaPage(agenda), ['Juana Mamani', 'Se atendió', 'No vino', 'Todavía no es la hora', 'Sin nombre', 'por atender', 'No se presentó', 'dia=2026-03-10']],
  ['the agenda of a closed day', agendaPage({ ...agenda, appointments: [], closed: 'Fin de semana', resources: [resource] }), ['Cerrado este día', 'No hay citas para este día']],
  ['no agenda at all', noAgendaPage, ['no atiende con cita']],
];
for (const [name, content, shows, hides = []] of rows) {
  test(`page: ${name}`, async () => {
    const text = String(content.main);
    for (const words of shows) assert.ok(text.includes(words), `shows «${words}»`);
    for (const words of hides) assert.ok(!text.includes(words), `hides «${words}»`);
    assert.deepEqual(await markupFaults(content), []);
  });
}
