import type { LocalDate } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import type { NationalDays } from '../../domain/procedure/types.ts';

export type NationalActKind = keyof NationalDays;

/** An act of the agency on which the terms of every plan hang. */
export type NationalAct = { readonly kind: NationalActKind; readonly day: LocalDate; readonly reference: string; readonly source: string; readonly registeredAt: Date; readonly registrar: string };

/** The acts that were registered; three at most. */
export const nationalActs = (db: Db): Promise<NationalAct[]> =>
  db.rows<NationalAct>('select kind, day::text, reference, source, registered_at as "registeredAt", registrar from plans.national_act order by day limit 3');

/** The days of the acts that were registered. */
export const nationalDays = async (db: Db): Promise<NationalDays> => Object.fromEntries((await nationalActs(db)).map(({ kind, day }) => [kind, day]));

/** Registers an act; `false` where it was registered before. */
export async function insertNationalAct(tx: Tx, act: Omit<NationalAct, 'registeredAt'>, by: PersonId, now: Date): Promise<boolean> {
  const rows = await tx.rows('insert into plans.national_act (kind, day, reference, source, registered_at, registered_by, registrar) values ($1, $2, $3, $4, $5, $6, $7) on conflict (kind) do nothing returning kind', [act.kind, act.day, act.reference, act.source, now, by, act.registrar]);
  return rows.length > 0;
}
