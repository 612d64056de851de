import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { StrategyContent } from '../../domain/strategy/content.ts';
import { frozenOf } from '../../domain/strategy/frozen.ts';
import type { Section } from '../../domain/strategy/guide.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import { insertVersion, type VersionLine } from '../../store/strategy/versions.ts';
import type { Planner } from '../keep-entry.ts';
import { subjectOf } from './keep-strategy.ts';

/** Freezes a strategy as it stands, words and data, under the next number. Gives nothing where the newest version already says all of it. */
export const freezeStrategy = (db: Db, planner: Planner, strategy: Strategy, content: StrategyContent, sections: readonly Section[], remark: string, now: Date): Promise<VersionLine | undefined> => db.transaction(async (tx) => {
  const made = await insertVersion(tx, strategy, (number) => frozenOf(content, sections, { kind: 'version', number }), remark, planner, now);
  if (made !== undefined) await audit(tx, { action: 'planning.strategy_frozen', subject: subjectOf(strategy.id), person: planner, detail: { version: made.number, sha256: made.sha256 }, at: now });
  return made;
});
