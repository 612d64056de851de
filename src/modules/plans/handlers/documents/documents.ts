import { readPage, unposted, type Answers, type FieldError, type PageReading } from '#modules/forms/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { parseId } from '#kernel/ids.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { addDocument, changeDocument, dropDocument } from '../../actions/documents/keep-document.ts';
import { documentForm, documentPage } from '../../content/documents/document-form.ts';
import { answersOf, contentOf, type InstitutionalDocument } from '../../domain/documents/document.ts';
import { documentEditPage, documentHref, documentRemovalPage, documentsPage } from '../../pages/documents/document-pages.ts';
import { documentsOf, getDocument } from '../../store/documents/documents.ts';
import { entityOf, mayWrite, plannerOf, revisionIn } from '../planner.ts';

const newHref = '/plan/documentos/nuevo';

/** `GET /plan/documentos`: what the plans of the entity rest on. */
export async function showDocuments(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, documents] = await Promise.all([entityOf(ctx), documentsOf(ctx.db, entityId)]);
  return page(documentsPage({ entity, documents, today: localDateOf(ctx.now), mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/documentos/nuevo`: asks for a document. */
export const askDocument = (ctx: Context): Answer => page(documentEditPage(ctx, {}, unposted, newHref));

/** `POST /plan/documentos/nuevo`: adds it. */
export async function keepNewDocument(ctx: Context): Promise<Answer> {
  const reading = readDocument(ctx, {});
  if (reading.stay || reading.errors.length > 0) return again(ctx, reading, newHref);
  await addDocument(ctx.db, plannerOf(ctx), contentOf(reading.answers), ctx.now);
  return seeOther('/plan/documentos', 'Quedó agregado el documento.');
}

const documentOf = (ctx: Context): Promise<InstitutionalDocument> => getDocument(ctx.db, plannerOf(ctx).entityId, parseId(ctx.params.id));
const changeHref = ({ id, revision }: Pick<InstitutionalDocument, 'id' | 'revision'>): string => documentHref(id, `?revision=${revision}`);

/** `GET /plan/documentos/:id`: one document, to be changed. */
export async function showDocument(ctx: Context): Promise<Answer> {
  const document = await documentOf(ctx);
  return page(documentEditPage(ctx, answersOf(document), unposted, changeHref(document)));
}

/** `POST /plan/documentos/:id`: changes it. */
export async function keepDocument(ctx: Context): Promise<Answer> {
  const document = await documentOf(ctx), seen = { id: document.id, revision: revisionIn(ctx, document) }, reading = readDocument(ctx, answersOf(document));
  if (reading.stay || reading.errors.length > 0) return again(ctx, reading, changeHref(seen));
  await changeDocument(ctx.db, plannerOf(ctx), seen, contentOf(reading.answers), ctx.now);
  return seeOther('/plan/documentos', 'Guardamos el documento.');
}

/** `GET /plan/documentos/:id/quitar`: asks before it is taken out. */
export const askDocumentRemoval = async (ctx: Context): Promise<Answer> => page(documentRemovalPage(ctx, await documentOf(ctx)));

/** `POST /plan/documentos/:id/quitar`: takes it out. */
export async function removeOneDocument(ctx: Context): Promise<Answer> {
  const document = await documentOf(ctx);
  await dropDocument(ctx.db, plannerOf(ctx), { id: document.id, revision: revisionIn(ctx, document) }, ctx.now);
  return seeOther('/plan/documentos', 'Quitamos el documento.');
}

const again = (ctx: Context, reading: PageReading, action: string): Answer => page(documentEditPage(ctx, reading.answers, reading, action), reading.errors.length > 0 ? 422 : 200);

/** What was posted, with what the form can't know by itself: that a document doesn't end before it begins. */
function readDocument(ctx: Context, answers: Answers): PageReading {
  const reading = readPage(documentForm, documentPage.id, ctx.form, answers, { now: ctx.now }), { fromDay, toDay } = contentOf(reading.answers);
  const backwards: FieldError = { field: 'hasta', page: documentPage.id, message: 'El documento no puede dejar de regir antes de empezar. Corrija la fecha en que deja de regir.' };
  return reading.stay || fromDay === null || toDay === null || toDay >= fromDay ? reading : { ...reading, errors: [...reading.errors, backwards] };
}
