import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
import type { NewObservation, Severity } from '../../domain/procedure/types.ts';

/** What was written about a plan and not sent yet. */
export type Notes = {
  readonly observations: readonly (NewObservation & { readonly key: string })[];
  /** By the number of the observation. */
  readonly findings: Readonly<Record<number, boolean>>;
  readonly answers: Readonly<Record<number, string>>;
};

type Row = { readonly key: string; readonly section: string | null; readonly severity: Severity | null; readonly text: string | null; readonly resolved: boolean | null };
type Of = { readonly entityId: EntityId; readonly id: PlanId };

/** How many observations may wait to be sent at once. */
export const observationsMax = 200;

/** What was written about a plan and not sent yet, in the order in which it was written. */
export async function notesOf(db: Db, { entityId, id }: Of): Promise<Notes> {
  const rows = await db.rows<Row>(`select key, section, severity, text, resolved from plans.note where entity_id = $1 and plan_id = $2 order by written_at, key limit ${3 * observationsMax}`, [entityId, id]);
  const numbered = (kind: string) => rows.filter(({ key }) => key.startsWith(`${kind}:`)).map((row) => [Number(row.key.slice(2)), row] as const);
  return {
    observations: rows.flatMap(({ key, section, severity, text }) => (key.startsWith('o:') && section !== null && severity !== null && text !== null ? [{ key: key.slice(2), section, severity, text }] : [])),
    findings: Object.fromEntries(numbered('f').map(([number, { resolved }]) => [number, resolved === true])),
    answers: Object.fromEntries(numbered('a').map(([number, { text }]) => [number, text ?? ''])),
  };
}

/** One note to be written. */
export type Note = { readonly key: string; readonly section?: string; readonly severity?: Severity; readonly text?: string; readonly resolved?: boolean };

/** Writes a note; one with the same key is replaced. */
export async function keepNote(db: Db, { entityId, id }: Of, note: Note, by: PersonId, now: Date): Promise<void> {
  await db.rows(`
    insert into plans.note (entity_id, plan_id, key, section, severity, text, resolved, written_at, written_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (entity_id, plan_id, key) do update set text = excluded.text, resolved = excluded.resolved, written_by = excluded.written_by`,
  [entityId, id, note.key, note.section ?? null, note.severity ?? null, note.text ?? null, note.resolved ?? null, now, by]);
}

/** Takes away an observation that was not sent; one that is gone already stays gone. */
export async function dropObservation(db: Db, { entityId, id }: Of, key: string): Promise<void> {
  await db.rows('delete from plans.note where entity_id = $1 and plan_id = $2 and key = $3', [entityId, id, `o:${key}`]);
}

/** Empties what was written, once it was sent. */
export async function emptyNotes(tx: Tx, { entityId, id }: Of): Promise<void> {
  await tx.rows('delete from plans.note where entity_id = $1 and plan_id = $2', [entityId, id]);
}
