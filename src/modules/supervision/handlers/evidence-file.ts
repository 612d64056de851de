import { readPosted } from '#modules/cases/index.ts';
import { filesOf, getFile, removeFile, serveDownload, type Documents, type FileOwner } from '#modules/documents/index.ts';
import { fileAnswers, readPage, type Answers, type PageReading } from '#modules/forms/index.ts';
import type { Answer, Context } from '#kernel/http/index.ts';
import { actForms, onlyPage } from '../content/forms.ts';
import type { ActKey } from '../domain/follow-up/acts.ts';
import { evidenceFiles, fileField } from '../domain/follow-up/evidence-file.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { refuse } from '../errors.ts';
import { factsOf } from '../store/facts.ts';
import { actorOf } from './viewer.ts';

/** An act that somebody is writing about a recommendation. */
export type Writing = { readonly standing: Pick<Standing, 'id' | 'entityId'>; readonly act: ActKey };

// Where the file waits until the act is done: everybody has a place of their own for each act.
const placeOf = (ctx: Context, { standing, act }: Writing): string => `${standing.id}.${act}.${actorOf(ctx).id}`;

/** Who holds a file that waits, until the recommendation takes it. */
export const waitingOwner = (ctx: Context, writing: Writing): FileOwner => `draft:${placeOf(ctx, writing)}`;

/** The file that came with an earlier try and waits, as an answer of the form; nothing where none does. */
export async function waitingFile(ctx: Context, writing: Writing): Promise<Answers> {
  const file = (await filesOf(ctx.db, writing.standing.entityId, waitingOwner(ctx, writing))).at(-1);
  return file === undefined ? {} : { [fileField]: [{ id: file.id, name: file.name, type: file.type, bytes: file.bytes }] };
}

/** What the form of an act posted, with the file that came now or waits since an earlier try; what was taken out or replaced goes away. */
export async function readWithFile(ctx: Context, documents: Documents, writing: Writing): Promise<PageReading> {
  const { entityId } = writing.standing, form = actForms[writing.act], page = onlyPage(form), before = await waitingFile(ctx, writing);
  const { body, uploads } = await readPosted(ctx, documents, [page], { entityId, ownerId: placeOf(ctx, writing) });
  const reading = readPage(form, page.id, body, before, { now: ctx.now }, { uploads });
  await dropWaiting(ctx, writing, fileAnswers(reading.answers[fileField]).map(({ id }) => id));
  return reading;
}

/** Removes the files that wait, except these: nothing is left of an act that is done. */
export async function dropWaiting(ctx: Context, writing: Writing, kept: readonly string[] = []): Promise<void> {
  const owner = waitingOwner(ctx, writing), { entityId } = writing.standing;
  for (const { id } of await filesOf(ctx.db, entityId, owner)) if (!kept.includes(id)) await removeFile(ctx.db, entityId, owner, id, ctx.now);
}

/** What was written, with the SHA-256 of its file: the fact says which bytes it rests on. */
export async function withHashes(ctx: Context, { standing }: Writing, answers: Answers): Promise<Answers> {
  const files = await Promise.all(fileAnswers(answers[fileField]).map(async (file) => ({ ...file, sha256: (await getFile(ctx.db, standing.entityId, file.id)).sha256 })));
  return files.length === 0 ? answers : { ...answers, [fileField]: files };
}

/** The file of a fact of this recommendation that the address names, as an attachment. The caller has checked who reads the recommendation. */
export async function sendEvidence(ctx: Context, documents: Documents, { entityId, id }: Writing['standing']): Promise<Answer> {
  const file = (await factsOf(ctx.db, entityId, id)).flatMap(({ detail }) => evidenceFiles(detail)).find((one) => one.id === ctx.params.file);
  return serveDownload(documents, await getFile(ctx.db, entityId, file?.id ?? refuse('file_not_found')));
}
