import { genesis } from '#modules/cases/index.ts';
import { shippedCalendar, type Place } from '#modules/calendars/index.ts';
import { instantOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { namedId } from '#kernel/ids.ts';
import { pigeProcedure } from '../content/procedure/index.ts';
import { decidePlan } from '../domain/procedure/decide.ts';
import type { PlanEvent, PlanEventOf, PlanEventType } from '../domain/procedure/event.ts';
import { applyPlanFact, untouched } from '../domain/procedure/fold.ts';
import { drawnLetters, planCode } from '../domain/procedure/plan-code.ts';
import type { PlanActor, PlanFact, PlanWorld, Proceeding } from '../domain/procedure/types.ts';

/** A day that a test names. */
export function day(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  invariant(parsed, 'a test names days that exist');
  return parsed;
}

const entityId = namedId<'entity'>('gobernación'), agencyId = namedId<'entity'>('agencia'), elsewhere = namedId<'entity'>('otra');
const officer = (name: string, entity: typeof entityId, role: PlanActor['roles'][number]): PlanActor => ({ id: namedId<'person'>(`${name} ${entity}`), name, entityId: entity, roles: [role] });

/** People of a procedure: of the entity whose plan it is, of the agency, of others, and Ventanilla itself. */
export const people = {
  head: officer('Ximena Colque', entityId, 'egov_head'), authority: officer('Gonzalo Huarachi', entityId, 'authority'), designer: officer('Paola Andrade', entityId, 'designer'),
  auditor: officer('Víctor Peña', entityId, 'auditor'), reviewer: officer('Noelia Vargas', agencyId, 'reviewer'), coordinator: officer('Sergio Morales', elsewhere, 'coordinator'),
  otherReviewer: officer('Nadie', elsewhere, 'reviewer'), otherHead: officer('Marcela Tapia', elsewhere, 'egov_head'), otherAuthority: officer('Jorge Arandia', elsewhere, 'authority'), system: { id: null, name: 'Ventanilla', entityId: null, roles: [] } satisfies PlanActor,
} as const;

/** The world of a day: calendars as they come with the program, of Oruro for the entity unless said otherwise. */
export const worldOn = (text: string, place: Place = { department: 'OR' }, national: PlanWorld['national'] = { component: day('2026-01-05') }): PlanWorld =>
  ({ now: instantOf(day(text), '10:00'), national, agencyId, calendars: { entity: shippedCalendar(place, 2025, 2028), agency: shippedCalendar({}, 2025, 2028) } });

/** A plan that nobody has registered. */
export const fresh = (version = 1): Proceeding => ({ entityId, id: namedId<'plan'>('pige'), version, seq: 0, head: genesis, process: untouched });

/** The code that approvals of tests give. */
export const someCode = planCode('23456789AB'.slice(0, drawnLetters));
const text = `Apruébase el plan con código ${someCode}.`, sha256 = 'a'.repeat(64);

/** The events that lead a plan from the beginning to its force, with an observation on the way; by the name of the state that each comes to. */
export const usual = {
  registered: { type: 'register', by: people.head, sha256 },
  observed: { type: 'observe', by: people.reviewer, findings: {}, added: [{ section: 'foda', severity: 'essential', text: 'Falta cruzar las amenazas.' }] },
  answered: { type: 'answer', by: people.head, sha256, answers: { 1: 'Se cruzaron las cuatro.' } },
  conforming: { type: 'conform', by: people.reviewer, findings: { 1: true }, unsent: 0 },
  approved: { type: 'approve', by: people.head, approval: { sha256, code: someCode, provider: 'logged-identity', evidence: {} } },
  authority_approved: { type: 'authorise', by: people.authority, number: 'RA 12/2026', day: day('2026-03-02'), text, confidential: false, reason: '' },
  in_force: { type: 'register_resolution', by: people.head, number: 'RA 12/2026', day: day('2026-03-02'), fileId: 'f' },
  closed: { type: 'close', by: people.head, reason: 'Terminó la gestión.' },
} as const satisfies Record<string, PlanEvent>;

/** The plan after an event on a day, with the fact that it became. */
export function after<Type extends PlanEventType>(plan: Proceeding, event: PlanEventOf<Type>, world: PlanWorld): { readonly plan: Proceeding; readonly fact: PlanFact } {
  const fact = decidePlan(pigeProcedure, plan, event, world);
  return { fact, plan: { ...plan, seq: plan.seq + 1, process: applyPlanFact(plan.process, fact) } };
}

/** The plan after usual events, each on its day. */
export const played = (steps: readonly (readonly [step: keyof typeof usual, on: string])[], start: Proceeding = fresh()): Proceeding =>
  steps.reduce((plan, [step, on]) => after(plan, usual[step], worldOn(on)).plan, start);
