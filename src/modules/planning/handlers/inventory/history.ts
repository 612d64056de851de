import { findPerson } from '#modules/identity/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { restoreEntry } from '../../actions/keep-entry.ts';
import { entryForm } from '../../content/entry-form.ts';
import { differencesBetween } from '../../domain/inventory/differences.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import { refuse } from '../../errors.ts';
import { entryHref } from '../../pages/inventory/addresses.ts';
import { comparisonPage, historyPage, restorePage, type Stated } from '../../pages/inventory/history-pages.ts';
import { getEntry } from '../../store/entries.ts';
import { getRevision, revisionsOf, type Revision } from '../../store/revisions.ts';
import { mayWrite, plannerOf } from '../planner.ts';

const pageSize = 20;

const entryOf = (ctx: Context): Promise<Entry> => getEntry(ctx.db, plannerOf(ctx).entityId, ctx.params.slug ?? '');

/** A revision as an address names it; nothing where it is no number. */
const numberIn = (text: string | undefined): number | undefined => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined);

/** `GET /plan/inventario/tramite/:slug/historia[?antes=]`: every state of an entry, with what each changed. */
export async function showHistory(ctx: Context): Promise<Answer> {
  const entry = await entryOf(ctx), found = await revisionsOf(ctx.db, entry.entityId, entry.procedureId, numberIn(ctx.query.antes), pageSize + 1), shown = found.slice(0, pageSize), names = await namesOf(ctx, shown);
  const lines = shown.map((revision, at) => ({ ...revision, who: whoIn(names, revision), changed: found[at + 1] ? differencesBetween(entryForm, found[at + 1]?.answers ?? {}, revision.answers).map(({ label }) => label) : undefined }));
  return page(historyPage({ entry, lines, next: found.length > pageSize ? shown.at(-1)?.revision : undefined, mayWrite: mayWrite(ctx) }));
}

async function namesOf({ db }: Context, revisions: readonly Revision[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(revisions.flatMap(({ by }) => by ?? []))];
  return new Map((await Promise.all(ids.map(async (id) => [id, (await findPerson(db, id))?.name] as const))).flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
}

const whoIn = (names: ReadonlyMap<string, string>, { by }: Revision): string | undefined => (by === null ? undefined : names.get(by));

async function statedAt(ctx: Context, { entityId, procedureId }: Entry, text: string | undefined): Promise<Stated> {
  const revision = await getRevision(ctx.db, entityId, procedureId, numberIn(text) ?? refuse('revision_not_found'));
  return { ...revision, who: whoIn(await namesOf(ctx, [revision]), revision) };
}

/** `GET /plan/inventario/tramite/:slug/historia/:a/:b`: two states of an entry, field by field, groups row by row. */
export async function showComparison(ctx: Context): Promise<Answer> {
  const entry = await entryOf(ctx), [before, after] = await Promise.all([statedAt(ctx, entry, ctx.params.a), statedAt(ctx, entry, ctx.params.b)]);
  return page(comparisonPage({ entry, before, after, differences: differencesBetween(entryForm, before.answers, after.answers), mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/inventario/tramite/:slug/historia/:a/vuelta`: shows what taking back an older state would change. */
export async function askRestoration(ctx: Context): Promise<Answer> {
  const entry = await entryOf(ctx), wanted = await statedAt(ctx, entry, ctx.params.a);
  return page(restorePage({ ctx, entry, wanted, differences: differencesBetween(entryForm, entry.answers, wanted.answers) }));
}

/** `POST /plan/inventario/tramite/:slug/historia/:a/vuelta?revision=`: takes the older state back as a new one. */
export async function restoreRevision(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), entry = await entryOf(ctx), { answers } = await statedAt(ctx, entry, ctx.params.a);
  if (differencesBetween(entryForm, entry.answers, answers).length === 0) return seeOther(entryHref(entry.slug), 'La ficha ya dice eso: no cambió nada.');
  await restoreEntry(ctx.db, planner, { ...entry, revision: numberIn(ctx.query.revision) ?? entry.revision }, answers, ctx.now);
  return seeOther(entryHref(entry.slug), 'La ficha volvió al estado que eligió.');
}
