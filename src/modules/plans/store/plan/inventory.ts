import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { InventoryFigures } from '../../domain/plan/diagnosis.ts';

/** The figures with which a diagnosis begins, from what planning publishes. */
export async function inventoryFigures(db: Db, entityId: EntityId): Promise<InventoryFigures> {
  const [row] = await db.rows<InventoryFigures>(`
    select count(*)::int as procedures, (count(*) filter (where defects > 0))::int as "withDefects", (count(*) filter (where answers->>'digital' in ('habitual', 'excepcional')))::int as digital,
      coalesce(sum((answers->>'solicitudes_anio')::float8), 0)::float8 as "requestsAYear",
      (select count(*) from planning.v_system s where s.entity_id = $1 and s.retired_on is null)::int as systems, (select count(*) from planning.v_system s where s.entity_id = $1 and s.retired_on is null and s.interoperates)::int as interoperating
    from planning.v_entry where entity_id = $1`, [entityId]);
  return row ?? { procedures: 0, withDefects: 0, digital: 0, requestsAYear: 0, systems: 0, interoperating: 0 };
}
