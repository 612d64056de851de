import { createHash } from 'node:crypto';
import type { Person } from '#kernel/access.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { FrozenStrategy } from '../../domain/strategy/frozen.ts';
import { refuse } from '../../errors.ts';
import type { Strategy, StrategyId } from './strategies.ts';

/** A version without its content. */
export type VersionLine = { readonly number: number; readonly remark: string; readonly sha256: string; readonly frozenAt: Date; readonly name: string };

/** A version as it was frozen. `bytes` is what the hash is of; `isIntact` whether it still is. */
export type Version = VersionLine & { readonly bytes: string; readonly frozen: FrozenStrategy; readonly isIntact: boolean };

const columns = 'number, remark, sha256, frozen_at as "frozenAt", name', listedMax = 200;

/** The versions of a strategy, the newest first. */
export const versionsOf = (db: Db, entityId: EntityId, id: StrategyId): Promise<VersionLine[]> =>
  db.rows<VersionLine>(`select ${columns} from planning.strategy_version where entity_id = $1 and strategy_id = $2 order by number desc limit ${listedMax}`, [entityId, id]);

const sha256Of = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps a version under the next number, and gives it; nothing where the newest one has the same content. Whoever comes at the same moment waits for the other. */
export async function insertVersion(tx: Tx, { entityId, id }: Pick<Strategy, 'entityId' | 'id'>, make: (number: number) => FrozenStrategy, remark: string, by: Person, now: Date): Promise<VersionLine | undefined> {
  await tx.rows('select 1 from planning.strategy where entity_id = $1 and id = $2 for update', [entityId, id]);
  const [last] = await tx.rows<{ number: number; content: string }>('select number, content from planning.strategy_version where entity_id = $1 and strategy_id = $2 order by number desc limit 1', [entityId, id]);
  const number = (last?.number ?? 0) + 1, bytes = JSON.stringify(make(number)), sha256 = sha256Of(bytes);
  if (last !== undefined && last.content === JSON.stringify(make(last.number))) return undefined;
  await tx.rows('insert into planning.strategy_version (entity_id, strategy_id, number, remark, content, sha256, frozen_at, frozen_by, name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [entityId, id, number, remark, bytes, sha256, now, by.id, by.name]);
  return { number, remark, sha256, frozenAt: now, name: by.name };
}

/** A version, or a refusal. */
export async function getVersion(db: Db, entityId: EntityId, id: StrategyId, number: number): Promise<Version> {
  const [row] = await db.rows<VersionLine & { readonly content: string }>(`select ${columns}, content from planning.strategy_version where entity_id = $1 and strategy_id = $2 and number = $3`, [entityId, id, number]);
  if (row === undefined) return refuse('version_not_found');
  const { content, ...line } = row, frozen: FrozenStrategy = JSON.parse(content);
  return { ...line, bytes: content, frozen, isIntact: sha256Of(content) === line.sha256 };
}
