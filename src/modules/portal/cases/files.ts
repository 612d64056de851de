import { getFile, serveDownload } from '#modules/documents/index.ts';
import { isForApplicant } from '#modules/cases/index.ts';
import { refusals } from '#kernel/errors/index.ts';
import { attachment, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { openDraft } from '../drafts/open-draft.ts';
import type { PortalDeps } from '../wiring.ts';
import { openOwn } from './open-own.ts';

const refuse = refusals('portal_files', {
  not_found: [404, 'Ese archivo no está entre los de este trámite. Vuelva al trámite y ábralo desde ahí.'],
});

/** `GET /solicitudes/:id/archivos/:file`: a file of one's own draft, to keep. */
export const downloadDraftFile = ({ documents }: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const { draft } = await openDraft(ctx);
  const file = await getFile(ctx.db, draft.entityId, parseId<'file'>(ctx.params.file) ?? refuse('not_found'));
  return file.owner === `draft:${draft.id}` ? serveDownload(documents, file) : refuse('not_found');
};

/** `GET /mis-tramites/:id/archivos/:file`: a file of one's own case, sent by oneself or handed over with the decision. */
export const downloadCaseFile = ({ documents }: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const { current, definition } = await openOwn(ctx);
  const file = await getFile(ctx.db, current.entityId, parseId<'file'>(ctx.params.file) ?? refuse('not_found'));
  const owners = [`case:${current.id}`, `draft:${current.id}`];
  return owners.includes(file.owner) && isForApplicant(definition, current, file.fieldId) ? serveDownload(documents, file) : refuse('not_found');
};

/** `GET /mis-tramites/:id/documentos/:certificate`: the sealed document, the same bytes every time. */
export const downloadCertificate = ({ certificates }: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const { current } = await openOwn(ctx);
  const wanted = (await certificates.findByCase(ctx.db, current.id)).find((one) => one.id === ctx.params.certificate) ?? refuse('not_found');
  const file = await certificates.openFile(ctx.db, wanted.id);
  return attachment(file.filename, 'application/pdf', file.bytes);
};
