import type { Person } from '#kernel/access.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { pigeProcedure } from '../../content/procedure/index.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
import { decidePlan } from '../../domain/procedure/decide.ts';
import type { PlanEventOf, PlanEventType } from '../../domain/procedure/event.ts';
import type { PlanActor, PlanFact } from '../../domain/procedure/types.ts';
import { getStanding, wasDone, type Standing } from '../../store/procedure/proceedings.ts';
import { supersedeOlder } from './supersede.ts';
import { planWorld } from './world.ts';
import { actorOf, systemActor, writeFact } from './write.ts';

const attemptsMax = 5;

/** What somebody asks of a plan. */
export type PlanCommand<Type extends PlanEventType> = {
  readonly id: PlanId; readonly now: Date; readonly person: Person | undefined;
  /** The same for every repetition of what one person asked once. */
  readonly key: string;
  /** Makes the event from the plan as it stands; throws to refuse. */
  readonly make: (standing: Standing, by: PlanActor) => PlanEventOf<Type> | Promise<PlanEventOf<Type>>;
  /** What is written besides, in the same transaction. */
  readonly also?: (tx: Tx, standing: Standing, fact: PlanFact) => Promise<void>;
  /** Revision of the calendar that must be known. */
  readonly atLeast?: number;
};

/**
 * Does something to a plan: reads it, decides without a lock, and writes the fact with all that follows in one transaction. Where somebody else was faster it
 * decides again with what they left. What was done under the same key is not done twice.
 */
export async function proceed<Type extends PlanEventType>(db: Db, command: PlanCommand<Type>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const standing = await getStanding(db, command.id);
    if (await wasDone(db, standing.proceeding, command.key)) return;
    const fact = await decide(db, standing, command);
    try { return await write(db, standing, fact, command); } catch (caught) {
      if (!isRefusal(caught, 'plans.plan_changed_meanwhile') || attempt >= attemptsMax) throw caught;
    }
  }
}

async function decide<Type extends PlanEventType>(db: Db, standing: Standing, { make, person, now, atLeast }: PlanCommand<Type>): Promise<PlanFact> {
  const event = await make(standing, person ? actorOf(person) : systemActor);
  return decidePlan(pigeProcedure, standing.proceeding, event, await planWorld(db, standing.plan.entityId, now, atLeast));
}

const write = <Type extends PlanEventType>(db: Db, standing: Standing, fact: PlanFact, { key, also, person }: PlanCommand<Type>): Promise<void> => db.transaction(async (tx) => {
  await writeFact(tx, standing, fact, key, person);
  await also?.(tx, standing, fact);
  if (fact.type === 'resolution_registered') await supersedeOlder(tx, standing.plan, new Date(fact.at));
});
