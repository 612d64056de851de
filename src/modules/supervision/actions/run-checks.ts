import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { listEntities } from '#modules/identity/index.ts';
import type { Given } from '../checks/contract.ts';
import { checks } from '../checks/index.ts';
import { keepRun, type Seen } from '../store/results.ts';

/** Runs every check over an entity and keeps what is new, what goes on and what has gone; by somebody, or by itself. */
export async function runChecks(db: Db, entityId: EntityId, person: Person | undefined, now: Date, given: Given): Promise<{ readonly found: number; readonly appeared: number; readonly gone: number }> {
  const seen: Seen[] = [], baseless: string[] = [];
  for (const { key, look } of checks) {
    const { evidences, hasBase } = await look(db, entityId, localDateOf(now), given);
    seen.push(...evidences.map(({ subject, says, href }) => ({ checkKey: key, subject, says, href: href ?? null })));
    if (!hasBase) baseless.push(key);
  }
  return db.transaction(async (tx) => {
    const run = await keepRun(tx, entityId, { seen, baseless }, person?.id, now);
    await audit(tx, { action: 'supervision.checks_run', subject: `entity:${entityId}`, person, entityId, detail: run });
    return run;
  });
}

/** Runs the checks over every entity, one after the other. */
export const runAllChecks = (given: Given) => async (db: Db, now: Date): Promise<void> => {
  for (const { id } of await listEntities(db)) await runChecks(db, id, undefined, now, given);
};
