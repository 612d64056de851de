import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { leaveSection } from '../../store/strategy/people.ts';
import { keepText, type Place } from '../../store/strategy/texts.ts';
import type { Planner } from '../keep-entry.ts';
import { subjectOf } from './keep-strategy.ts';

/** Keeps what somebody wrote in a section, made from a revision of it. Gives whether it was kept: not where somebody else has written meanwhile, whose words stay. */
export const writeSection = (db: Db, planner: Planner, place: Place, body: string, revision: number, now: Date): Promise<boolean> => db.transaction(async (tx) => {
  const kept = await keepText(tx, place, body, revision, planner, now);
  if (kept === undefined) return false;
  await leaveSection(tx, place, planner.id);
  await audit(tx, { action: 'planning.strategy_section_written', subject: subjectOf(place.strategyId), person: planner, detail: { section: place.section, revision: kept }, at: now });
  return true;
});
