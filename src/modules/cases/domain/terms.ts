import { dueDate, type Calendar, type TermRule } from '#modules/calendars/index.ts';
import type { CaseState, CaseTerm, Definition, Task } from './types.ts';
import type { World } from './world.ts';

/** Name of the term that binds the entity to decide, when the procedure has one. */
const decisionTerm = 'resolucion';

/** The terms after something happened that starts, stops or resumes some of them; `undefined` when none changed. */
export function termsAfter(definition: Definition, terms: readonly CaseTerm[], event: string, world: World): readonly CaseTerm[] | undefined {
  const touched = terms.map((term) => touch(definition.terms[term.name], term, event, world));
  const started = Object.values(definition.terms)
    .filter((rule) => rule.countsFrom === event && !terms.some((term) => term.name === rule.name))
    .map((rule) => startTerm(rule, world));
  return started.length === 0 && touched.every((term, index) => term === terms[index]) ? undefined : [...touched, ...started];
}

/** A term that begins now, by its rule. */
export function startTerm(rule: TermRule, { now, calendar }: World, timer?: string): CaseTerm {
  const due = dueDate(rule, now, calendar).due ?? null;
  return { name: rule.name, from: now.toISOString(), suspensions: [], originalDue: due, currentDue: due, ...(timer === undefined ? {} : { timer }) };
}

/** The event that ends what `suspends`: the applicant's correction starts the clock again. */
const resumes: Readonly<Record<string, string>> = { correction: 'observation' };

const reasons: Readonly<Record<string, string>> = { observation: 'mientras usted corregía su solicitud' };

function touch(rule: TermRule | undefined, term: CaseTerm, event: string, world: World): CaseTerm {
  if (!rule || term.metAt !== undefined) return term;
  const at = world.now.toISOString();
  const last = term.suspensions.at(-1), stopped = last !== undefined && last.until === undefined;
  if (!stopped && rule.suspendedBy?.includes(event)) {
    return recomputed(rule, { ...term, suspensions: [...term.suspensions, { from: at, reason: reasons[event] ?? 'con el plazo detenido' }] }, world.calendar);
  }
  if (stopped && rule.suspendedBy?.includes(resumes[event] ?? '')) {
    return recomputed(rule, { ...term, suspensions: [...term.suspensions.slice(0, -1), { ...last, until: at }] }, world.calendar);
  }
  return term;
}

/** The same term with its date computed anew, because its stops or the calendar changed. The first date stays. */
export function recomputed(rule: TermRule, term: CaseTerm, calendar: Calendar): CaseTerm {
  const computation = dueDate(rule, new Date(term.from), calendar, suspensionsOf(term));
  return { ...term, currentDue: computation.due ?? null };
}

/** The stops of a term as the legal clock takes them. */
export const suspensionsOf = (term: CaseTerm) =>
  term.suspensions.map(({ from, until, reason }) => ({ from: new Date(from), reason, ...(until === undefined ? {} : { until: new Date(until) }) }));

/** The same terms, those that run being over: what they demanded was done, or there is nothing left to demand. */
export const metTerms = (terms: readonly CaseTerm[], at: string, which: (term: CaseTerm) => boolean = () => true): readonly CaseTerm[] =>
  terms.map((term) => (term.metAt === undefined && which(term) ? { ...term, metAt: at } : term));

/**
 * The terms once a task is answered: its own (`v:term`) is met, unless it is the term to decide by, which ends with the case, or another open task works
 * under it.
 */
export function termsAfterTask(definition: Definition, terms: readonly CaseTerm[], element: string, open: readonly Pick<Task, 'element'>[], at: string): readonly CaseTerm[] {
  const termOf = (id: string): string | undefined => definition.flow.elements[id]?.attributes.term;
  const name = termOf(element);
  if (name === undefined || name === decisionTerm || open.some((task) => termOf(task.element) === name)) return terms;
  return metTerms(terms, at, (term) => term.name === name);
}

/** The day until which a task must be answered: of its own term where it has one that runs, otherwise of the case; `null` while the clock stands still. */
export function taskDue(definition: Definition, { tasks, terms }: Pick<CaseState, 'tasks' | 'terms'>, task: Task): string | null {
  const served = tasks.find((other) => other.key === task.askedFor) ?? task;
  const own = definition.flow.elements[served.element]?.attributes.term;
  const running = terms.find((term) => term.name === own && term.metAt === undefined);
  return running === undefined ? caseDue(definition, terms) : running.currentDue;
}

/** The day until which the entity has to decide; `null` while the clock stands still or no term that binds it runs. */
export function caseDue(definition: Definition, terms: readonly CaseTerm[]): string | null {
  const open = terms.filter((term) => term.metAt === undefined && definition.terms[term.name]?.binds !== 'applicant');
  const deciding = open.filter((term) => term.name === decisionTerm);
  return (deciding.length > 0 ? deciding : open).map((term) => term.currentDue).filter((due) => due !== null).sort()[0] ?? null;
}
