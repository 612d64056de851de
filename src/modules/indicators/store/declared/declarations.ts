import type { Db, Tx } from '#kernel/db/index.ts';
import type { Person } from '#kernel/access.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import type { Declaration, DeclarationId, DeclarationState, Said } from '../../domain/declared/declaration.ts';
import { refuse } from '../../errors.ts';

const columns = `d.entity_id as "entityId", d.id, d.indicator, d.period_kind as kind, d.period, d.num::float8, d.den::float8, d.value::float8, d.effective_on::text as "effectiveOn", d.signatory, d.evidence, d.link,
  d.expires_on::text as "expiresOn", d.note, d.state, d.revision, d.moved_by as "movedBy", d.moved_at as "movedAt"`;

/** A declared figure with the name of its entity. */
export type NamedDeclaration = Declaration & { readonly entityName: string };

/** Which declared figures: of an entity, in some states, of some indicators; those after an id, the newest first. */
export type DeclarationsQuery = { readonly entityId?: EntityId | undefined; readonly states?: readonly DeclarationState[]; readonly indicators?: readonly string[]; readonly before?: DeclarationId | undefined; readonly limit: number;
  /** Who asks: drafts of other entities are left out. */
  readonly draftsOf: EntityId;
};

/** Declared figures, the newest first. */
export const declarationsOf = (db: Db, { entityId, states, indicators, before, limit, draftsOf }: DeclarationsQuery): Promise<NamedDeclaration[]> => db.rows<NamedDeclaration>(`
  select ${columns}, e.name as "entityName" from indicators.declaration d join identity.v_entity e on e.id = d.entity_id
  where ($1::uuid is null or d.entity_id = $1) and ($2::text[] is null or d.state = any($2)) and ($3::text[] is null or d.indicator = any($3)) and ($4::uuid is null or d.id < $4) and (d.entity_id = $6 or d.state <> 'draft') order by d.id desc limit $5`,
[entityId ?? null, states ?? null, indicators ?? null, before ?? null, limit, draftsOf]);

/** The declared figure with an id, or a refusal: one of the own entity, and where `others` one that another entity has sent. */
export async function getDeclaration(db: Db, id: DeclarationId | undefined, own: EntityId, others = false): Promise<NamedDeclaration> {
  const [row] = id === undefined ? [] : await db.rows<NamedDeclaration>(`select ${columns}, e.name as "entityName" from indicators.declaration d join identity.v_entity e on e.id = d.entity_id where d.id = $1 and (d.entity_id = $2 or ($3 and d.state <> 'draft'))`, [id, own, others]);
  return row ?? refuse('declaration_not_found');
}

/** What an entity declared of an indicator in a period, if anything. */
export async function findDeclared(db: Db, entityId: EntityId, indicator: string, period: string): Promise<DeclarationId | undefined> {
  const [row] = await db.rows<{ id: DeclarationId }>('select id from indicators.declaration where entity_id = $1 and indicator = $2 and period = $3', [entityId, indicator, period]);
  return row?.id;
}

/** Which figure an entity begins to declare. */
export type Place = { readonly entityId: EntityId; readonly indicator: string; readonly kind: 'month' | 'year'; readonly period: string };

/** Begins a declared figure; `undefined` where that period is declared already. */
export async function insertDeclaration(tx: Tx, { entityId, indicator, kind, period }: Place, said: Said, person: Person, now: Date): Promise<DeclarationId | undefined> {
  const id: DeclarationId = newId(now);
  const rows = await tx.rows(`
    insert into indicators.declaration (entity_id, id, indicator, period_kind, period, num, den, value, effective_on, signatory, evidence, link, expires_on, note, state, revision, moved_by, moved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'draft', 1, $15, $16) on conflict on constraint declaration_once do nothing returning 1`,
  [entityId, id, indicator, kind, period, said.num, said.den, said.value, said.effectiveOn, said.signatory, said.evidence, said.link, said.expiresOn, said.note, person.id, now]);
  if (rows.length === 0) return undefined;
  await writeStep(tx, entityId, id, { step: 'write', reason: '' }, person, now);
  return id;
}

/** Writes over a draft; false where somebody changed or moved it since. */
export async function changeDraft(tx: Tx, { entityId, id, revision }: Pick<Declaration, 'entityId' | 'id' | 'revision'>, said: Said, person: Person, now: Date): Promise<boolean> {
  const rows = await tx.rows(`
    update indicators.declaration set num = $4, den = $5, value = $6, effective_on = $7, signatory = $8, evidence = $9, link = $10, expires_on = $11, note = $12, revision = revision + 1, moved_by = $13, moved_at = $14
    where entity_id = $1 and id = $2 and revision = $3 and state = 'draft' returning 1`,
  [entityId, id, revision, said.num, said.den, said.value, said.effectiveOn, said.signatory, said.evidence, said.link, said.expiresOn, said.note, person.id, now]);
  if (rows.length > 0) await writeStep(tx, entityId, id, { step: 'write', reason: '' }, person, now);
  return rows.length > 0;
}

/** Moves a figure to another state; false where somebody changed or moved it since. */
export async function moveDeclaration(tx: Tx, { entityId, id, revision, state }: Pick<Declaration, 'entityId' | 'id' | 'revision' | 'state'>, to: DeclarationState, step: { readonly step: string; readonly reason: string }, person: Person, now: Date): Promise<boolean> {
  const rows = await tx.rows('update indicators.declaration set state = $5, revision = revision + 1, moved_by = $6, moved_at = $7 where entity_id = $1 and id = $2 and revision = $3 and state = $4 returning 1', [entityId, id, revision, state, to, person.id, now]);
  if (rows.length > 0) await writeStep(tx, entityId, id, step, person, now);
  return rows.length > 0;
}

const writeStep = (tx: Tx, entityId: EntityId, id: DeclarationId, { step, reason }: { readonly step: string; readonly reason: string }, person: Person, now: Date) => tx.rows(`
  insert into indicators.declaration_step (entity_id, declaration_id, revision, step, state, reason, said, at, by, by_name)
  select entity_id, id, revision, $3, state, $4, jsonb_build_object('num', num, 'den', den, 'value', value, 'effectiveOn', effective_on, 'evidence', evidence, 'signatory', signatory, 'link', link, 'expiresOn', expires_on), $5, $6, $7
  from indicators.declaration where entity_id = $1 and id = $2`, [entityId, id, step, reason, now, person.id, person.name]);

/** One step that was taken with a figure. */
export type TakenStep = { readonly step: string; readonly state: DeclarationState; readonly reason: string; readonly value: number | null; readonly at: Date; readonly byName: string };

const stepsMax = 100;

/** The steps of a figure, the newest first. */
export const stepsOf = (db: Db, entityId: EntityId, id: DeclarationId): Promise<TakenStep[]> => db.rows<TakenStep>(`
  select step, state, reason, (said->>'value')::float8 as value, at, by_name as "byName" from indicators.declaration_step where entity_id = $1 and declaration_id = $2 order by revision desc limit ${stepsMax}`, [entityId, id]);

/** What all the accepted figures of an indicator come to in a period: the sums, and of how many entities. */
export type Together = { readonly num: number | null; readonly den: number | null; readonly entities: number };

/** Adds up what entities declared and the agency accepted. */
export async function addUp(db: Db, indicator: string, kind: string, period: string): Promise<Together> {
  const [row] = await db.rows<Together>(`select sum(num)::float8 as num, sum(den)::float8 as den, count(*)::int as entities from indicators.declaration where indicator = $1 and period_kind = $2 and period = $3 and state = 'accepted'`, [indicator, kind, period]);
  return row ?? { num: null, den: null, entities: 0 };
}
