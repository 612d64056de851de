import type { Answers } from '#modules/forms/index.ts';
import { audit } from '#kernel/audit/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import { textIn } from '../domain/inventory/declared.ts';
import { sortKeyOf } from '../domain/inventory/sort-key.ts';
import { systemKeysOf, type System, type SystemId } from '../domain/systems/system.ts';
import { refuse } from '../errors.ts';
import type { Keeper } from '../store/entries.ts';
import { addSystem, changeSystem, chooseProcedures, retireSystem, type KeptSystem } from '../store/systems.ts';
import type { Planner } from './keep-entry.ts';

/** Puts a system into the register, and gives its id. Refuses a name that is taken. */
export async function registerSystem(db: Db, planner: Planner, answers: Answers, now: Date): Promise<SystemId> {
  const kept = keptOf(newId(now), answers);
  await doing(db, planner, 'planning.system_registered', kept.id, now, async (tx, keeper) => { if (!(await addSystem(tx, keeper, kept))) refuse('system_known', { name: kept.name }); });
  return kept.id;
}

/** Keeps what was changed of a system; refuses when somebody else has changed it since `revision`. */
export const editSystem = (db: Db, planner: Planner, { id }: Pick<System, 'id'>, revision: number, answers: Answers, now: Date): Promise<void> =>
  doing(db, planner, 'planning.system_changed', id, now, (tx, keeper) => changeSystem(tx, keeper, keptOf(id, answers), revision));

/** Says which procedures of the inventory a system supports, or no longer does. */
export const supportProcedures = (db: Db, planner: Planner, id: SystemId, procedureIds: readonly string[], supports: boolean, now: Date): Promise<void> =>
  doing(db, planner, 'planning.system_procedures_chosen', id, now, (tx, keeper) => chooseProcedures(tx, keeper, id, procedureIds, supports));

/** Retires a system that is no longer used, with the reason, or brings it back where no reason is given. Twice is as once. */
export const retireOrRestore = (db: Db, planner: Planner, id: SystemId, reason: string | undefined, now: Date): Promise<void> =>
  doing(db, planner, reason === undefined ? 'planning.system_restored' : 'planning.system_retired', id, now, async (tx, keeper) => {
    await retireSystem(tx, keeper, id, reason === undefined ? undefined : { on: localDateOf(now), reason });
  });

function keptOf(id: SystemId, answers: Answers): KeptSystem {
  const name = textIn(answers, 'nombre');
  return { id, name, sortKey: sortKeyOf(name), answers, keys: systemKeysOf(answers) };
}

const doing = (db: Db, planner: Planner, action: string, id: SystemId, now: Date, change: (tx: Tx, keeper: Keeper) => Promise<void>): Promise<void> => db.transaction(async (tx) => {
  await change(tx, { entityId: planner.entityId, by: planner.id, now });
  await audit(tx, { action, subject: `system:${id}`, person: planner, at: now });
});
