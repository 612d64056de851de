import type { Db } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import { defaultParameters, type ParameterKey, type Parameters } from '../domain/burden/parameters.ts';

type Row = { readonly key: string; readonly amount: number; readonly source: string };

/** The figures of an entity; those of the program where it has set none. */
export async function parametersOf(db: Db, entityId: EntityId): Promise<Parameters> {
  const rows = await db.rows<Row>('select key, amount, source from planning.burden_parameter where entity_id = $1', [entityId]);
  const set = (key: ParameterKey) => { const row = rows.find((one) => one.key === key); return row ? { ...defaultParameters[key], amountMinor: row.amount, source: row.source } : defaultParameters[key]; };
  return { hora: set('hora'), hora_servidor: set('hora_servidor'), viaje: set('viaje'), copia: set('copia') };
}

/** Sets one figure with its source. */
export async function setParameter(db: Db, entityId: EntityId, key: ParameterKey, amountMinor: number, source: string, by: PersonId, now: Date): Promise<void> {
  await db.rows(`
    insert into planning.burden_parameter (entity_id, key, amount, source, set_at, set_by) values ($1, $2, $3, $4, $5, $6)
    on conflict (entity_id, key) do update set amount = excluded.amount, source = excluded.source, set_at = excluded.set_at, set_by = excluded.set_by`, [entityId, key, amountMinor, source, now, by]);
}
