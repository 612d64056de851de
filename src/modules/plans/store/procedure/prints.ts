import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { PlanId } from '../../domain/plan/plan.ts';

/** Formats that print equal bytes for equal texts, so that a file can be compared. */
export const printFormats = ['pdf', 'odt'] as const;
type PrintFormat = (typeof printFormats)[number];

/** A file that was printed of a plan when it was approved. `isPublic` is without the sections that the entity reserved. */
type Print = { readonly format: PrintFormat; readonly isPublic: boolean; readonly sha256: string; readonly bytes: Buffer };

type Of = { readonly entityId: EntityId; readonly id: PlanId };

/** Keeps what was printed; a file that was printed before stays. */
export async function insertPrint(db: Db, { entityId, id }: Of, { format, isPublic, sha256, bytes }: Print): Promise<void> {
  await db.rows('insert into plans.print (entity_id, plan_id, format, is_public, sha256, bytes) values ($1, $2, $3, $4, $5, $6) on conflict do nothing', [entityId, id, format, isPublic, sha256, bytes]);
}

/** A file that was printed of a plan; `undefined` where it was not approved yet, or the format is no such one. */
export async function findPrint(db: Db, { entityId, id }: Of, format: string, isPublic: boolean): Promise<Print | undefined> {
  const [row] = await db.rows<Print>('select format, is_public as "isPublic", sha256, bytes from plans.print where entity_id = $1 and plan_id = $2 and format = $3 and is_public = $4', [entityId, id, format, isPublic]);
  return row;
}

/** Whether a file with this hash was printed of the plan. */
export const wasPrinted = async (db: Db, { entityId, id }: Of, sha256: string): Promise<boolean> =>
  (await db.rows('select 1 from plans.print where entity_id = $1 and plan_id = $2 and sha256 = $3', [entityId, id, sha256])).length > 0;
