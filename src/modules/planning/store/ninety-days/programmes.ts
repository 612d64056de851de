import type { Answers } from '#modules/forms/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Programme, ProgrammeId } from '../../domain/ninety-days/programme.ts';
import { refuse } from '../../errors.ts';
import type { Keeper } from '../entries.ts';

const columns = 'entity_id as "entityId", id, name, started_on::text as start, answers, revision', programmesMax = 50;

/** A programme of this entity, or a refusal. */
export async function getProgramme(db: Db, entityId: EntityId, id: ProgrammeId): Promise<Programme> {
  const [row] = await db.rows<Programme>(`select ${columns} from planning.programme where entity_id = $1 and id = $2`, [entityId, id]);
  return row ?? refuse('programme_not_found');
}

/** A programme in a list, with how many of its steps are done. */
export type ProgrammeLine = { readonly id: ProgrammeId; readonly name: string; readonly start: LocalDate; readonly done: number };

/** The programmes of an entity, the one that began last first. */
export const programmesOf = (db: Db, entityId: EntityId): Promise<ProgrammeLine[]> => db.rows<ProgrammeLine>(`
  select p.id, p.name, p.started_on::text as start, (select count(*)::int from planning.programme_step s where s.entity_id = p.entity_id and s.programme_id = p.id and s.answers->>'estado' = 'hecho') as done
  from planning.programme p where p.entity_id = $1 order by p.started_on desc limit ${programmesMax}`, [entityId]);

/** Adds a programme; whether none began on that day. */
export async function addProgramme(tx: Tx, { entityId, by, now }: Keeper, { id, name, start }: Pick<Programme, 'id' | 'name' | 'start'>): Promise<boolean> {
  const added = await tx.rows(`
    insert into planning.programme (entity_id, id, name, started_on, answers, revision, updated_at, updated_by) values ($1, $2, $3, $4, '{}', 1, $5, $6)
    on conflict (entity_id, started_on) do nothing returning id`, [entityId, id, name, start, now, by]);
  return added.length > 0;
}

/** Keeps what the parts of a programme hold; refuses a state that somebody else has changed since `revision`. */
export async function changeProgramme(tx: Tx, { entityId, by, now }: Keeper, id: ProgrammeId, revision: number, answers: Answers): Promise<void> {
  const changed = await tx.rows(`
    update planning.programme set answers = $4, revision = revision + 1, updated_at = $5, updated_by = $6 where entity_id = $1 and id = $2 and revision = $3 returning id`, [entityId, id, revision, JSON.stringify(answers), now, by]);
  if (changed.length === 0) refuse('programme_changed');
}
