import type { Db, Tx } from '#kernel/db/index.ts';
import { newId, type EntityId, type PersonId } from '#kernel/ids.ts';
import type { ExaminationId } from '../domain/examination.ts';
import type { PartId } from '../domain/parts.ts';
import type { Result, ResultId } from '../domain/results.ts';
import type { Actor } from './facts.ts';

const columns = `r.id, r.entity_id as "entityId", r.check_key as "checkKey", r.subject, r.says, r.href, r.first_seen as "firstSeen", r.last_seen as "lastSeen", r.gone_at as "goneAt",
  d.dismissed, d.reason, d.by_name as "saidBy", d.by_entity_id as "saidByEntityId", d.at as "saidAt", coalesce(d.seq, 0) as "saidSeq"`;
const lastWord = 'left join lateral (select * from supervision.dismissal l where l.entity_id = r.entity_id and l.result_id = r.id order by l.seq desc limit 1) d on true';

// Most results of an entity that a page shows.
const resultsMax = 1_000;

/** What is there about an entity now, the oldest first; or what has gone, the newest first. */
export const resultsOf = (db: Db, entityId: EntityId, which: 'now' | 'gone', limit = resultsMax): Promise<Result[]> =>
  db.rows<Result>(`select ${columns} from supervision.result r ${lastWord} where r.entity_id = $1 and ${which === 'now' ? 'r.gone_at is null order by r.first_seen, r.says, r.id' : 'r.gone_at is not null order by r.gone_at desc, r.id'} limit $2`, [entityId, limit]);

/** The result with this id, whoever may see it. */
export async function findResult(db: Db, id: ResultId | undefined): Promise<Result | undefined> {
  const [row] = id === undefined ? [] : await db.rows<Result>(`select ${columns} from supervision.result r ${lastWord} where r.id = $1`, [id]);
  return row;
}

/** What the checks found in one run, under their keys. */
export type Seen = { readonly checkKey: string; readonly subject: string; readonly says: string; readonly href: string | null };

/** Keeps what a run saw: what is new begins, what is there still goes on, what is not there any more ends. Gives how many of each. */
export async function keepRun(tx: Tx, entityId: EntityId, { seen, baseless }: { readonly seen: readonly Seen[]; readonly baseless: readonly string[] }, by: PersonId | undefined, now: Date): Promise<{ readonly found: number; readonly appeared: number; readonly gone: number }> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 7))', [`supervision.checks:${entityId}`]);
  const rows = JSON.stringify(seen.map((one) => ({ ...one, id: newId<'check-result'>(now) })));
  const kept = await tx.rows<{ is_new: boolean }>(`
    insert into supervision.result as r (entity_id, id, check_key, subject, says, href, first_seen, last_seen)
    select $1, s.id, s."checkKey", s.subject, s.says, s.href, $3, $3 from jsonb_to_recordset($2::jsonb) s(id uuid, "checkKey" text, subject text, says text, href text)
    on conflict (entity_id, check_key, subject) where gone_at is null do update set says = excluded.says, href = excluded.href, last_seen = excluded.last_seen
    returning r.xmax = 0 as is_new`, [entityId, rows, now]);
  const gone = await tx.rows('update supervision.result r set gone_at = $2 where entity_id = $1 and gone_at is null and last_seen < $2 returning 1', [entityId, now]);
  const run = { found: kept.length, appeared: kept.filter(({ is_new: isNew }) => isNew).length, gone: gone.length };
  await tx.rows('insert into supervision.check_run (entity_id, id, at, by, found, appeared, gone, baseless) values ($1, $2, $3, $4, $5, $6, $7, $8)', [entityId, newId<'check-run'>(now), now, by ?? null, run.found, run.appeared, run.gone, baseless]);
  return run;
}

/** When the checks were run, and the keys of those that had nothing to look at. */
export type LastRun = { readonly at: Date; readonly baseless: readonly string[] };

/** The last run of the checks over an entity; nothing where they never were run. */
export async function lastRun(db: Db, entityId: EntityId): Promise<LastRun | undefined> {
  const [row] = await db.rows<LastRun>('select at, baseless from supervision.check_run where entity_id = $1 order by id desc limit 1', [entityId]);
  return row;
}

/** How the results stand for each entity and check: what is there and was not set aside. */
export const countResults = (db: Db): Promise<{ entityId: EntityId; checkKey: string; count: number }[]> => db.rows(`
  select r.entity_id as "entityId", r.check_key as "checkKey", count(*)::int as count from supervision.result r ${lastWord} where r.gone_at is null and d.dismissed is not true group by 1, 2`);

/** Writes that a result does not count, or that it does after all; says whether nobody was faster. */
export async function sayOf(tx: Tx, { entityId, id, saidSeq }: Result, dismissed: boolean, reason: string, actor: Actor, now: Date): Promise<boolean> {
  const rows = await tx.rows('insert into supervision.dismissal (entity_id, result_id, seq, dismissed, reason, at, by, by_name, by_entity_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1', [entityId, id, saidSeq + 1, dismissed, reason, now, actor.id, actor.name, actor.entityId]);
  return rows.length > 0;
}

/** A finding that was made from a result. */
export type Turned = { readonly examinationId: ExaminationId; readonly examinerId: EntityId; readonly partId: PartId; readonly code: string | null; readonly reportNumber: string | null };

/** The findings that were made from a result, also those that were taken out again (without code). */
export const turnedOf = (db: Db, { entityId, id }: Pick<Result, 'entityId' | 'id'>): Promise<Turned[]> => db.rows<Turned>(`
  select t.examination_id as "examinationId", t.examiner_id as "examinerId", t.part_id as "partId", p.code, e.answers->>'informe_numero' as "reportNumber"
  from supervision.result_finding t left join supervision.part p on p.entity_id = t.examiner_id and p.id = t.part_id left join supervision.examination e on e.entity_id = t.examiner_id and e.id = t.examination_id
  where t.entity_id = $1 and t.result_id = $2 order by t.at`, [entityId, id]);

/** Writes that a finding was made from a result. */
export async function keepTurned(tx: Tx, { entityId, id }: Pick<Result, 'entityId' | 'id'>, made: Pick<Turned, 'examinationId' | 'examinerId' | 'partId'>, by: PersonId, now: Date): Promise<void> {
  await tx.rows('insert into supervision.result_finding (entity_id, result_id, examination_id, examiner_id, part_id, at, by) values ($1, $2, $3, $4, $5, $6, $7)', [entityId, id, made.examinationId, made.examinerId, made.partId, now, by]);
}

/** Examinations of an authority over an entity whose report is being written: a result can become a finding of one of these. */
export const openExaminationsOf = (db: Db, entityId: EntityId, examinedId: EntityId): Promise<{ id: ExaminationId; reference: string; example: string | null }[]> =>
  db.rows(`select id, answers->>'referencia' as reference, example from supervision.examination where entity_id = $1 and examined_id = $2 and stage = 'open' order by id desc limit 50`, [entityId, examinedId]);
