import { audit } from '#kernel/audit/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { DocumentContent, InstitutionalDocument } from '../../domain/documents/document.ts';
import { refuse } from '../../errors.ts';
import { insertDocument, removeDocument, updateDocument } from '../../store/documents/documents.ts';
import type { Writer } from '../../store/plan/plans.ts';
import type { Planner } from '../plan/keep-content.ts';

/** Adds a document to the register of the entity. */
export const addDocument = (db: Db, planner: Planner, content: DocumentContent, now: Date): Promise<void> => db.transaction(async (tx) => {
  const id = await insertDocument(tx, writerOf(planner, now), content);
  await audit(tx, { action: 'plans.document_added', subject: `plan-document:${id}`, person: planner, detail: { kind: content.kind } });
});

/** Changes what the register says of a document; refuses where somebody else has changed it meanwhile. */
export const changeDocument = (db: Db, planner: Planner, document: Pick<InstitutionalDocument, 'id' | 'revision'>, content: DocumentContent, now: Date): Promise<void> =>
  act(db, planner, document, 'plans.document_changed', (tx) => updateDocument(tx, writerOf(planner, now), document, content));

/** Takes a document out of the register; refuses where somebody else has changed it meanwhile. */
export const dropDocument = (db: Db, planner: Planner, document: Pick<InstitutionalDocument, 'id' | 'revision'>, now: Date): Promise<void> =>
  act(db, planner, document, 'plans.document_removed', (tx) => removeDocument(tx, writerOf(planner, now), document));

const writerOf = ({ entityId, id }: Planner, now: Date): Writer => ({ entityId, by: id, now });

const act = (db: Db, planner: Planner, { id }: Pick<InstitutionalDocument, 'id'>, action: string, write: (tx: Tx) => Promise<boolean>): Promise<void> => db.transaction(async (tx) => {
  if (!await write(tx)) refuse('document_changed');
  await audit(tx, { action, subject: `plan-document:${id}`, person: planner });
});
