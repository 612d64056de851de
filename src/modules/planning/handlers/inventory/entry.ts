import { demandOf } from '#modules/cases/index.ts';
import { loadCalendar, parseDepartment, workingDaysBetween } from '#modules/calendars/index.ts';
import { nextPage, readPage, unposted, visiblePages, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { addDays, localDateOf } from '#kernel/clock.ts';
import { page, postedText, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { beginEntry, changeEntry } from '../../actions/keep-entry.ts';
import { entryForm } from '../../content/entry-form.ts';
import { compareDemand, type Compared } from '../../domain/inventory/demand.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import { entryHref } from '../../pages/inventory/addresses.ts';
import { beginPage, editPage } from '../../pages/inventory/edit-page.ts';
import { entryPage } from '../../pages/inventory/entry-page.ts';
import { getEntry } from '../../store/entries.ts';
import { entityOf, mayWrite, plannerOf } from '../planner.ts';

const yearDays = 365, nameMax = 200;

const entryOf = (ctx: Context): Promise<Entry> => getEntry(ctx.db, plannerOf(ctx).entityId, ctx.params.slug ?? '');

/** `GET /plan/inventario/nueva`: asks for the name that an entry begins with. */
export const askName = (ctx: Context): Answer => page(beginPage(ctx, '', undefined));

/** `POST /plan/inventario/nueva`: begins the entry and leads to its first page. */
export async function begin(ctx: Context): Promise<Answer> {
  const name = postedText(ctx, 'nombre').normalize('NFC').replaceAll(/\s+/g, ' ');
  if (!/\p{L}{2}/u.test(name) || name.length > nameMax) return page(beginPage(ctx, name, name.length > nameMax ? `Escriba un nombre de ${nameMax} letras como máximo.` : 'Escriba el nombre del trámite, por ejemplo Registro de proveedores.'), 422);
  const slug = await beginEntry(ctx.db, plannerOf(ctx), (await entityOf(ctx)).key, name, ctx.now);
  return seeOther(entryHref(slug, `/${entryForm.pages[0]?.id ?? ''}`));
}

/** `GET /plan/inventario/tramite/:slug`: all that is declared, what was measured beside it, and what to mend. */
export async function showEntry(ctx: Context): Promise<Answer> {
  const entry = await entryOf(ctx);
  return page(entryPage(ctx, entry, await measured(ctx, entry), mayWrite(ctx)));
}

async function measured(ctx: Context, { entityId, procedureId, answers }: Entry): Promise<readonly Compared[]> {
  const until = localDateOf(ctx.now), from = addDays(until, -yearDays + 1), department = parseDepartment((await entityOf(ctx)).department ?? undefined);
  const calendar = await loadCalendar(ctx.db, department === undefined ? {} : { department });
  const demand = await demandOf(ctx.db, entityId, procedureId, from, until, calendar);
  return demand.requests === 0 ? [] : compareDemand(answers, { ...demand, workingDays: workingDaysBetween(addDays(from, -1), until, calendar) });
}

/** `GET /plan/inventario/tramite/:slug/:page`: one page of the entry's form. */
export async function showEntryForm(ctx: Context): Promise<Answer> {
  const entry = await entryOf(ctx), shown = pageOf(ctx, entry);
  return shown ? formPage(ctx, entry, shown, unposted) : seeOther(entryHref(entry.slug));
}

/** `POST /plan/inventario/tramite/:slug/:page`: keeps what was understood and goes on, or shows what must be put right. */
export async function keepEntryForm(ctx: Context): Promise<Answer> {
  const entry = await entryOf(ctx), shown = pageOf(ctx, entry), context = { now: ctx.now };
  if (!shown) return seeOther(entryHref(entry.slug));
  const reading = readPage(entryForm, shown.id, ctx.form, entry.answers, context);
  const isLeaving = ctx.form.accion === 'salir' && Object.keys(reading.entered).length === 0;
  if (reading.stay || (reading.errors.length > 0 && !isLeaving)) return formPage(ctx, { ...entry, answers: reading.answers }, shown, reading);
  await changeEntry(ctx.db, plannerOf(ctx), { ...entry, revision: revisionIn(ctx, entry) }, reading.answers, ctx.now);
  const next = isLeaving ? undefined : nextPage(entryForm, shown.id, reading.answers, context);
  return seeOther(next ? entryHref(entry.slug, `/${next.id}`) : entryHref(entry.slug), next ? undefined : 'Guardamos la ficha.');
}

// The state that the person saw when the page was drawn: what others changed since then is not written over.
const revisionIn = (ctx: Context, { revision }: Entry): number => revisionSeen(ctx, revision);

const pageOf = (ctx: Context, { answers }: Entry): FormPage | undefined => visiblePages(entryForm, answers, { now: ctx.now }).find(({ id }) => id === ctx.params.page);

const formPage = (ctx: Context, entry: Entry, shown: FormPage, state: PostedState): Answer =>
  page(editPage(ctx, entry, shown, state), state.errors.length > 0 ? 422 : 200);
