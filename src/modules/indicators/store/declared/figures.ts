import type { Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** Takes a declared figure off the dashboard; the steps of its declaration keep what it was. */
export const dropDeclaredFigure = (tx: Tx, entityId: EntityId, { indicator, kind, period }: { readonly indicator: string; readonly kind: string; readonly period: string }) =>
  tx.rows(`delete from indicators.observation where entity_id = $1 and indicator = $2 and period_kind = $3 and period = $4 and origin = 'declared'`, [entityId, indicator, kind, period]);
