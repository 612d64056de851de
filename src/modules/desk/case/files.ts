import { apartFields } from '#modules/cases/index.ts';
import { getFile, serveDownload, servePreview, type StoredFile } from '#modules/documents/index.ts';
import { attachment, withHeaders, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { refuse } from '../errors.ts';
import { openForOfficer } from '../officer.ts';
import type { DeskDeps } from '../wiring.ts';
import { noteReading } from './note-reading.ts';

/** `GET /escritorio/tramites/:id/archivos/:file`: a file of the case, to keep. */
export const downloadFile = ({ documents }: DeskDeps) => async (ctx: Context): Promise<Answer> => serveDownload(documents, await openFile(ctx));

/** `GET /escritorio/tramites/:id/archivos/:file/vista?hoja=`: a page of it as a picture that we draw; nothing in it runs. */
export const previewFile = ({ documents }: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const answer = await servePreview(documents, await openFile(ctx), Number(ctx.query.hoja ?? 1));
  return withHeaders(answer, { 'cache-control': 'private, no-store' });
};

/** `GET /escritorio/tramites/:id/certificados/:certificate`: the sealed document, the same bytes every time. */
export const downloadCertificate = ({ certificates }: DeskDeps) => async (ctx: Context): Promise<Answer> => {
  const { officer, current } = await openForOfficer(ctx);
  const wanted = (await certificates.findByCase(ctx.db, current.id)).find((one) => one.id === ctx.params.certificate) ?? refuse('certificate_not_found');
  await noteReading(ctx, officer, current, 'case.file_read', { certificate: wanted.id });
  const file = await certificates.openFile(ctx.db, wanted.id);
  return attachment(file.filename, 'application/pdf', file.bytes);
};

async function openFile(ctx: Context): Promise<StoredFile> {
  const { officer, current, definition } = await openForOfficer(ctx);
  const file = await getFile(ctx.db, current.entityId, parseId<'file'>(ctx.params.file) ?? refuse('file_not_found'));
  if (file.owner !== `case:${current.id}` || apartFields(definition, current, officer.id).has(file.fieldId)) refuse('file_not_found');
  await noteReading(ctx, officer, current, 'case.file_read', { file: file.id });
  return file;
}
