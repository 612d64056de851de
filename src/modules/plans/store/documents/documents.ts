import type { Db, Tx } from '#kernel/db/index.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import type { DocumentContent, DocumentId, InstitutionalDocument } from '../../domain/documents/document.ts';
import { refuse } from '../../errors.ts';
import type { Writer } from '../plan/plans.ts';

const columns = 'entity_id as "entityId", id, kind, title, reference, from_day::text as "fromDay", to_day::text as "toDay", units, revision, updated_at as "updatedAt"', documentsMax = 200;

/** The documents of an entity by kind and title; two hundred at most. */
export const documentsOf = (db: Db, entityId: EntityId): Promise<InstitutionalDocument[]> =>
  db.rows<InstitutionalDocument>(`select ${columns} from plans.document where entity_id = $1 and removed_at is null order by kind, title, id limit ${documentsMax}`, [entityId]);

/** A document of this entity, or a refusal. */
export async function getDocument(db: Db, entityId: EntityId, id: DocumentId | undefined): Promise<InstitutionalDocument> {
  const [row] = id === undefined ? [] : await db.rows<InstitutionalDocument>(`select ${columns} from plans.document where entity_id = $1 and id = $2 and removed_at is null`, [entityId, id]);
  return row ?? refuse('document_not_found');
}

const values = ({ kind, title, reference, fromDay, toDay, units }: DocumentContent) => [kind, title, reference, fromDay, toDay, JSON.stringify(units)] as const;

/** Writes a new document, and gives its id. */
export async function insertDocument(tx: Tx, { entityId, by, now }: Writer, content: DocumentContent): Promise<DocumentId> {
  const id: DocumentId = newId(now);
  await tx.rows('insert into plans.document (entity_id, id, kind, title, reference, from_day, to_day, units, revision, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10)', [entityId, id, ...values(content), now, by]);
  return id;
}

/** Writes what a document says, if it stands at that revision; whether it did. */
export const updateDocument = async (tx: Tx, { entityId, by, now }: Writer, { id, revision }: Pick<InstitutionalDocument, 'id' | 'revision'>, content: DocumentContent): Promise<boolean> => (await tx.rows(`
  update plans.document set kind = $4, title = $5, reference = $6, from_day = $7, to_day = $8, units = $9, revision = revision + 1, updated_at = $10, updated_by = $11
  where entity_id = $1 and id = $2 and revision = $3 and removed_at is null returning id`, [entityId, id, revision, ...values(content), now, by])).length > 0;

/** Takes a document out of the register, if it stands at that revision; whether it did. */
export const removeDocument = async (tx: Tx, { entityId, by, now }: Writer, { id, revision }: Pick<InstitutionalDocument, 'id' | 'revision'>): Promise<boolean> =>
  (await tx.rows('update plans.document set removed_at = $4, revision = revision + 1, updated_at = $4, updated_by = $5 where entity_id = $1 and id = $2 and revision = $3 and removed_at is null returning id', [entityId, id, revision, now, by])).length > 0;
