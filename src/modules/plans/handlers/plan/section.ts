import { readPage, unposted, type Answers, type Field, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import { keepContent } from '../../actions/plan/keep-content.ts';
import { rowsIn } from '../../domain/plan/content.ts';
import { sayFigures } from '../../domain/plan/diagnosis.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { problemsOf } from '../../domain/plan/problems.ts';
import { findSection, rowForm, rowsMaxOf, textsForm } from '../../domain/plan/section-forms.ts';
import { refuse } from '../../errors.ts';
import { sectionHref } from '../../pages/plan/addresses.ts';
import { removalPage, rowPage, textsPage } from '../../pages/plan/edit-pages.ts';
import { sectionPage } from '../../pages/plan/section-page.ts';
import { inventoryFigures } from '../../store/plan/inventory.ts';
import { entityOf, mayEdit, planOf, plannerOf, revisionIn } from '../planner.ts';
import { besideSection } from './beside.ts';

const sectionIn = ({ params }: Context): FormPage => findSection(params.section ?? '') ?? refuse('section_not_found');

/** Leads to the plan's section, where somebody wants to write in a plan that isn't written any more. */
async function openPlan(ctx: Context): Promise<{ readonly plan: Plan; readonly section: FormPage; readonly at: string; readonly fixed: Answer | undefined }> {
  const section = sectionIn(ctx), plan = await planOf(ctx), at = sectionHref(plan.id, section.id);
  return { plan, section, at, fixed: mayEdit(ctx, plan) ? undefined : seeOther(at) };
}

/** `GET /plan/pige/:id/seccion/:section`: one section, with what is computed for it. */
export async function showSection(ctx: Context): Promise<Answer> {
  const section = sectionIn(ctx), [plan, entity] = await Promise.all([planOf(ctx), entityOf(ctx)]);
  const problems = problemsOf({ plan, content: plan.content, frame: nationalPlan, calendar: entity.calendar }).filter((one) => one.section === section.id);
  return page(sectionPage({ plan, section, problems, mayEdit: mayEdit(ctx, plan), beside: await besideSection(ctx, plan, section.id, entity) }));
}

/** `GET /plan/pige/:id/seccion/:section/textos`: what is written of a section itself. */
export async function showTexts(ctx: Context): Promise<Answer> {
  const { plan, section, fixed } = await openPlan(ctx);
  return fixed ?? page(textsPage(ctx, { ...plan, content: await begunWith(ctx, plan, section.id) }, section, unposted));
}

/** A diagnosis that nobody has written yet begins with what the inventory says today; whoever writes it may change every word. */
async function begunWith({ db, now }: Context, { entityId, content }: Plan, section: string): Promise<Answers> {
  const said = section === 'diagnostico' && content.diagnostico === undefined ? sayFigures(await inventoryFigures(db, entityId), localDateOf(now)) : undefined;
  return said === undefined ? content : { ...content, diagnostico: said };
}

/** `POST /plan/pige/:id/seccion/:section/textos`: keeps it. */
export async function keepTexts(ctx: Context): Promise<Answer> {
  const { plan, section, at } = await openPlan(ctx), reading = readPage(textsForm(section), section.id, ctx.form, plan.content, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return page(textsPage(ctx, { ...plan, content: reading.answers }, section, reading), reading.errors.length > 0 ? 422 : 200);
  await keep(ctx, plan, reading.answers);
  return seeOther(at, 'Guardamos la sección.');
}

/** A row of a group of the section; `index` is beyond the last for a new one. */
type Place = { readonly group: Field; readonly index: number; readonly row: Answers; readonly isNew: boolean };

function placeIn({ params }: Context, section: FormPage, content: Answers): Place {
  const group = section.fields.find(({ id, fields }) => fields && id === params.group) ?? refuse('section_not_found'), rows = rowsIn(content, group.id);
  if (params.row === 'nueva') return { group, index: rows.length, row: {}, isNew: true };
  const number = /^\d{1,3}$/.test(params.row ?? '') ? Number(params.row) : 0;
  return { group, index: number - 1, row: rows[number - 1] ?? refuse('row_not_found'), isNew: false };
}

/** `GET /plan/pige/:id/seccion/:section/:group/:row`: one row, or an empty one for `nueva`. */
export async function showRow(ctx: Context): Promise<Answer> {
  const { plan, section, fixed } = await openPlan(ctx);
  return fixed ?? rowAnswer(ctx, plan, section, placeIn(ctx, section, plan.content), unposted);
}

const rowAnswer = (ctx: Context, plan: Plan, section: FormPage, { group, row, isNew, index }: Place, state: PostedState): Answer =>
  page(rowPage(ctx, plan, section, { group, row, isNew, isFirst: index === 0 }, state), state.errors.length > 0 ? 422 : 200);

/** `POST /plan/pige/:id/seccion/:section/:group/:row`: keeps a row, and moves it up where that was asked. */
export async function keepRow(ctx: Context): Promise<Answer> {
  const { plan, section, at } = await openPlan(ctx), place = placeIn(ctx, section, plan.content), rows = rowsIn(plan.content, place.group.id);
  if (place.isNew && rows.length >= rowsMaxOf(place.group)) return refuse('too_many_rows', { max: rowsMaxOf(place.group) });
  const reading = readPage(rowForm(place.group, place.isNew), place.group.id, ctx.form, place.row, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return rowAnswer(ctx, plan, section, { ...place, row: reading.answers }, reading);
  const isUp = ctx.form.accion === 'subir' && !place.isNew && place.index > 0, kept = place.isNew ? [...rows, reading.answers] : rows.with(place.index, reading.answers);
  await keep(ctx, plan, { ...plan.content, [place.group.id]: isUp ? kept.toSpliced(place.index - 1, 2, reading.answers, ...rows.slice(place.index - 1, place.index)) : kept });
  return seeOther(`${at}#${place.group.id}`, place.isNew ? 'Quedó agregado.' : isUp ? 'Subió un lugar.' : 'Quedó cambiado.');
}

/** `GET /plan/pige/:id/seccion/:section/:group/:row/quitar`: asks before a row is taken away. */
export async function askRemoval(ctx: Context): Promise<Answer> {
  const { plan, section, fixed } = await openPlan(ctx);
  return fixed ?? page(removalPage(ctx, plan, section, placeIn(ctx, section, plan.content)));
}

/** `POST /plan/pige/:id/seccion/:section/:group/:row/quitar`: takes a row away. */
export async function removeRow(ctx: Context): Promise<Answer> {
  const { plan, section, at } = await openPlan(ctx), { group, index, isNew } = placeIn(ctx, section, plan.content);
  if (isNew) return refuse('row_not_found');
  await keep(ctx, plan, { ...plan.content, [group.id]: rowsIn(plan.content, group.id).toSpliced(index, 1) });
  return seeOther(`${at}#${group.id}`, 'Quedó quitado.');
}

const keep = (ctx: Context, plan: Plan, content: Answers): Promise<number> => keepContent(ctx.db, plannerOf(ctx), { id: plan.id, revision: revisionIn(ctx, plan) }, { content }, ctx.now);
