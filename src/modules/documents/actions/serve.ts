import type { Readable } from 'node:stream';
import { attachment, inline, withHeaders } from '#kernel/http/answers.ts';
import type { Answer } from '#kernel/http/types.ts';
import type { StoredFile } from '../domain/types.ts';
import { refuse } from '../errors.ts';
import { previewPage } from '../preview/preview.ts';
import type { Documents } from '../wiring.ts';

// Even opened by its own address, nothing in an upload may run, load or frame anything.
const sandboxed = { 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' };

/** The bytes as they were uploaded, streamed. An infected file is withheld. The caller has checked who may see it. */
async function openFile({ store }: Documents, file: StoredFile): Promise<Readable> {
  return file.scan === 'infected' ? refuse('withheld', { name: file.name }) : store.open(file.sha256);
}

/** The file to keep: always an attachment, never shown by the browser. */
export async function serveDownload(documents: Documents, file: StoredFile): Promise<Answer> {
  return withHeaders(attachment(file.name, file.type, await openFile(documents, file)), sandboxed);
}

/** The file to look at: a picture as it is, a page of a PDF as a picture that we draw. Pages count from 1. */
export async function servePreview(documents: Documents, file: StoredFile, page = 1): Promise<Answer> {
  if (previewOf(file) === 'none') return refuse('no_preview');
  const answer = previewOf(file) === 'picture' ? inline(file.type, await openFile(documents, file)) : inline('image/png', await previewPage(documents, file, page));
  return withHeaders(answer, sandboxed);
}

/** How a file can be looked at here: itself, page by page, or not at all. */
export function previewOf({ kind, scan }: StoredFile): 'picture' | 'pages' | 'none' {
  if (scan === 'infected') return 'none';
  return kind === 'pdf' ? 'pages' : kind === 'jpeg' || kind === 'png' || kind === 'webp' ? 'picture' : 'none';
}
