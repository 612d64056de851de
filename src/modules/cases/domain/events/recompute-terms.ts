import { dueDate } from '#modules/calendars/index.ts';
import { decided } from '../fact.ts';
import { recomputed, suspensionsOf } from '../terms.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../decider.ts';
import type { CaseTerm, Definition, Follow } from '../types.ts';
import type { World } from '../world.ts';

/** The calendar changed: every term that runs gets its date anew, and timers of terms move with them. Refuses when nothing moved. */
export const recomputeTerms: Decider<'recompute_terms'> = (definition, { state }, { by }, world) => {
  const terms = state.terms.map((term) => renewed(definition, term, world));
  if (terms.every((term, index) => term === state.terms[index])) refuse('not_awaited');
  const follows = terms.flatMap((term, index) => (term === state.terms[index] ? [] : movedTimer(definition, term, world)));
  const timers = { ...state.timers, ...Object.fromEntries(follows.flatMap((follow) => (follow.kind === 'timer' ? [[follow.id, follow.at.toISOString()]] : []))) };
  return decided('term_recomputed', by, world.now, {}, { terms, timers }, follows);
};

function renewed(definition: Definition, term: CaseTerm, world: World): CaseTerm {
  const rule = definition.terms[term.name];
  if (!rule || term.metAt !== undefined) return term;
  const after = recomputed(rule, term, world.calendar);
  return after.currentDue === term.currentDue ? term : after;
}

function movedTimer(definition: Definition, term: CaseTerm, { calendar }: World): Follow[] {
  const rule = definition.terms[term.name];
  if (term.timer === undefined || !rule) return [];
  const at = dueDate(rule, new Date(term.from), calendar, suspensionsOf(term)).dueAt;
  return at === undefined ? [] : [{ kind: 'cancelTimer', id: term.timer }, { kind: 'timer', id: term.timer, at }];
}
