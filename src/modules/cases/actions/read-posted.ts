import { receiveUpload, type Documents, type FilePart } from '#modules/documents/index.ts';
import { needsMultipart, uploadRules, type FileAnswer, type FormPage, type Received } from '#modules/forms/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { Context, FormBody } from '#kernel/http/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** Whose files these will be: the draft `ownerId`, which has the id of the case that it is or becomes, or belongs to a task of it. */
export type Owner = { readonly entityId: EntityId; readonly ownerId: string };

/** What the form of some pages posted. */
export type PostedForm = { readonly body: FormBody; readonly uploads: Received };

/** What a form with these pages posted: its texts, and the files that arrived and were kept, or the sentence why one was not. */
export async function readPosted(ctx: Context, documents: Documents, pages: readonly FormPage[], owner: Owner): Promise<PostedForm> {
  if (!pages.some(needsMultipart) || !isMultipart(ctx)) return { body: ctx.form, uploads: {} };
  const body: Record<string, string | string[]> = {};
  const uploads: Record<string, { files: FileAnswer[]; problem?: string }> = {};
  for await (const part of ctx.parts()) {
    if (part.kind === 'field') addText(body, part.name, part.value);
    else await receive(part, ctx, documents, pages, owner, uploads);
  }
  return { body, uploads };
}

// A page that only asks for confirmation sends the same texts again, without files.
const isMultipart = ({ headers }: Context): boolean => /^multipart\//.test(headers['content-type'] ?? '');

function addText(body: Record<string, string | string[]>, name: string, value: string): void {
  const before = Object.hasOwn(body, name) ? body[name] : undefined;
  Object.defineProperty(body, name, { value: before === undefined ? value : [before, value].flat(), enumerable: true, configurable: true, writable: true });
}

async function receive(part: FilePart, ctx: Context, documents: Documents, pages: readonly FormPage[], owner: Owner, uploads: Record<string, { files: FileAnswer[]; problem?: string }>): Promise<void> {
  const rules = pages.map((page) => uploadRules(page, part.name)).find((one) => one !== undefined);
  // A browser sends an empty part for a file input that was left empty.
  if (rules === undefined || part.filename === '') { part.stream.resume(); return; }
  const kept = (uploads[part.name] ??= { files: [] });
  try {
    const file = await receiveUpload(documents, ctx.db, part, { entityId: owner.entityId, owner: `draft:${owner.ownerId}`, fieldId: part.name, personId: ctx.person?.id }, rules, ctx.now);
    if (file) kept.files.push({ id: file.id, name: file.name, type: file.type, bytes: file.bytes });
  } catch (caught) {
    if (!isRefusal(caught) || caught.status >= 500) throw caught;
    kept.problem = caught.message;
  }
}
