import { setImmediate as breathe } from 'node:timers/promises';
import { listPublished, readVocabulary, type PublishedProcedure, type Vocabulary } from '#modules/catalog/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { bringEntries, type Making } from '../../actions/keep-entry.ts';
import { entryForm } from '../../content/entry-form.ts';
import { changesBetween, laidOver } from '../../domain/inventory/compare.ts';
import { answersOf } from '../../domain/inventory/from-procedure.ts';
import { comparePortal, idsIn, readPortalLine, type KnownId, type ReadLine } from '../../domain/inventory/read-portal.ts';
import { refuse } from '../../errors.ts';
import { askFilePage, previewPage } from '../../pages/inventory/import-pages.ts';
import { dropImport, getImport, keepImport, type ImportId, type WaitingImport } from '../../store/imports.ts';
import { findEntries } from '../../store/entries.ts';
import { entityOf, plannerOf } from '../planner.ts';
import { readTextFile } from './text-file.ts';

const publishedMax = 10_000, rowsMax = 10_000, linesAtOnce = 10;

/** `POST /plan/inventario/publicados`: brings in what the entity has published, laid over what is declared already. */
export async function bringPublished(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), published = await publishedOf(ctx), known = await findEntries(ctx.db, planner.entityId, published.map(({ procedureId }) => procedureId));
  const makings = published.flatMap(({ procedureId, procedure }): Making[] => {
    const entry = known.get(procedureId), answers = laidOver(entry?.answers ?? {}, answersOf(procedure));
    return entry && changesBetween(entryForm, entry.answers, answers).length === 0 ? [] : [{ procedureId, slug: procedure.slug, answers, revision: entry?.revision ?? 0, origin: 'published' }];
  });
  if (makings.length > 0) await bringEntries(ctx.db, planner, makings, ctx.now);
  return seeOther('/plan/inventario', said(published.length, makings.length));
}

function said(published: number, brought: number): string {
  if (published === 0) return 'Su entidad todavía no tiene trámites publicados en el catálogo.';
  return brought === 0 ? 'El inventario ya dice lo mismo que lo publicado.' : brought === 1 ? 'Trajimos un trámite publicado.' : `Trajimos ${brought} trámites publicados.`;
}

const publishedOf = async (ctx: Context): Promise<readonly PublishedProcedure[]> => listPublished(ctx.db, { entityKey: (await entityOf(ctx)).key, limit: publishedMax });

/** `GET /plan/inventario/importacion`: asks for the file. */
export const askFile = (ctx: Context): Answer => page(askFilePage(ctx, undefined));

/** `POST /plan/inventario/importacion`: reads the file and compares it; nothing is brought in yet. */
export async function receiveFile(ctx: Context): Promise<Answer> {
  try {
    const { entityId, id: by } = plannerOf(ctx), { name, text } = await readTextFile(ctx);
    const rows = await compared(ctx, text);
    return seeOther(`/plan/inventario/importacion/${await keepImport(ctx.db, entityId, by, name, rows, ctx.now)}`);
  } catch (caught) {
    if (isRefusal(caught) && caught.status === 422) return page(askFilePage(ctx, caught.message), 422);
    throw caught;
  }
}

async function compared(ctx: Context, text: string) {
  const lines = await readLines(text, await readVocabulary(ctx.db));
  if (lines.every((line) => 'reason' in line)) refuse('not_json_lines');
  const entity = await entityOf(ctx), published: readonly KnownId[] = (await publishedOf(ctx)).map(({ procedureId, procedure }) => ({ procedureId, slug: procedure.slug, portalSlug: procedure.source.portalSlug }));
  const ids = idsIn(lines, entity.key, published);
  return comparePortal(lines, { entity, form: entryForm }, ids, await findEntries(ctx.db, entity.id, [...ids.values()].map(({ procedureId }) => procedureId)));
}

// A line takes about a millisecond: others are served between them.
async function readLines(text: string, vocabulary: Vocabulary): Promise<readonly ReadLine[]> {
  const written = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, number: at + 1 }])), lines: ReadLine[] = [];
  if (written.length > rowsMax) refuse('too_many_rows', { max: rowsMax });
  for (const { line, number } of written) {
    lines.push(readPortalLine(line, number, vocabulary));
    if (lines.length % linesAtOnce === 0) await breathe();
  }
  return lines;
}

const waitingOf = (ctx: Context): Promise<WaitingImport> => getImport(ctx.db, plannerOf(ctx).entityId, idIn(ctx));
const idIn = ({ params }: Context): ImportId => parseId<'inventory-import'>(params.id) ?? refuse('import_not_found');

/** `GET /plan/inventario/importacion/:id`: what the file would change, row by row. */
export const showPreview = async (ctx: Context): Promise<Answer> => page(previewPage(ctx, await waitingOf(ctx)));

/** `POST /plan/inventario/importacion/:id/confirmacion`: brings in what is new and what changes, all of it or none. */
export async function confirmImport(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), { id, rows } = await waitingOf(ctx);
  const makings = rows.flatMap(({ becomes, procedureId, slug, answers, revision }): Making[] =>
    ((becomes === 'new' || becomes === 'changed') && procedureId !== undefined && slug !== undefined && answers ? [{ procedureId, slug, answers, revision: revision ?? 0, origin: 'portal' }] : []));
  const left = makings.length === 0 ? [] : await bringEntries(ctx.db, planner, makings, ctx.now);
  await dropImport(ctx.db, planner.entityId, id);
  return seeOther('/plan/inventario', `${makings.length - left.length === 1 ? 'Quedó un trámite' : `Quedaron ${makings.length - left.length} trámites`} en el inventario.${left.length === 0 ? '' : ` Otra persona cambió ${left.length} mientras tanto: no se tocaron.`}`);
}

/** `POST /plan/inventario/importacion/:id/descarte`: throws away what was read. */
export async function discardImport(ctx: Context): Promise<Answer> {
  await dropImport(ctx.db, plannerOf(ctx).entityId, idIn(ctx));
  return seeOther('/plan/inventario', 'Descartamos el archivo. El inventario sigue como estaba.');
}
