import type { Answers } from '#modules/forms/index.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { rowsOf, textOf } from '../parts.ts';
import { acts, type ActKey } from './acts.ts';
import { isClosed, type State } from './states.ts';
import type { Terms, TermKey } from './terms.ts';

/** Working days that begin to run, with the norm that sets them. */
export type RunningTerm = { readonly days: number; readonly norm: string | undefined };

/** What a fact leads to: the state, and by when the next thing is to be done. */
export type Consequence = { readonly state: State; readonly term?: RunningTerm; readonly until?: LocalDate };

/** What somebody did: which act, what they wrote, and the day by which it had to be done where the clock goes on. */
export type Doing = { readonly act: ActKey; readonly detail: Answers; readonly due: LocalDate | undefined };

/** What an act leads to, or nothing where what was written leads nowhere. A verification that began keeps the day by which it is to end. */
export function consequenceOf({ act, detail, due }: Doing, terms: Terms): Consequence | undefined {
  const state = acts[act].to(detail);
  if (state === undefined) return undefined;
  const until = act === 'plan' ? endOf(detail) : act === 'verify' ? parseLocalDate(textOf(detail, 'nuevo_plazo')) : act === 'progress' || act === 'take' ? due : undefined;
  if (isClosed(state) || until !== undefined) return { state, ...(isClosed(state) || until === undefined ? {} : { until }) };
  const key = termOf[state];
  return { state, ...(key === undefined ? {} : { term: terms[key] }) };
}

const termOf: Partial<Record<State, TermKey>> = { notified: 'answer', accepted: 'plan', partly_accepted: 'plan', not_accepted: 'escalation', reported: 'verification' };

// The last day of a plan of action.
const endOf = (plan: Answers): LocalDate | undefined => rowsOf(plan, 'acciones').map((row) => parseLocalDate(textOf(row, 'fin'))).filter((day) => day !== undefined).sort().at(-1);

/** What to put right in a plan of action beyond what each field says: nothing ends before it begins. Paths are those of the form. */
export const faultsOfPlan = (plan: Answers): readonly { readonly field: string; readonly message: string }[] =>
  rowsOf(plan, 'acciones').flatMap((row, place) => (textOf(row, 'fin') < textOf(row, 'inicio') ? [{ field: `acciones.${place}.fin`, message: `El compromiso ${place + 1} termina antes de empezar: corrija una de las dos fechas.` }] : []));
