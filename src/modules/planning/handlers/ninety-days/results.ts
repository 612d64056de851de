import { readPage, unposted, type Answers, type PostedState } from '#modules/forms/index.ts';
import { localDateOf, parseLocalDate } from '#kernel/clock.ts';
import { page, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { addKeyResult, changeKeyResult, measure } from '../../actions/ninety-days/keep-programme.ts';
import { measureForm, resultForm } from '../../content/ninety-days.ts';
import { numberIn, textIn } from '../../domain/inventory/declared.ts';
import type { Programme } from '../../domain/ninety-days/programme.ts';
import type { KeyResult } from '../../domain/ninety-days/results.ts';
import { refuse } from '../../errors.ts';
import { programmeHref } from '../../pages/ninety-days/addresses.ts';
import { programmeFormPage } from '../../pages/ninety-days/form-page.ts';
import { resultsPage } from '../../pages/ninety-days/results-page.ts';
import { resultsOf } from '../../store/ninety-days/results.ts';
import { mayWrite, plannerOf } from '../planner.ts';
import { programmeOf } from './whole.ts';

const resultPage = 'resultado', measurePage = 'valor';

/** `GET /plan/noventa-dias/:id/resultados`: objectives and key results. */
export async function showResults(ctx: Context): Promise<Answer> {
  const programme = await programmeOf(ctx);
  return page(resultsPage({ programme, results: await resultsOf(ctx.db, programme), today: localDateOf(ctx.now), mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/noventa-dias/:id/resultados/nuevo`: asks what is measured. */
export const askResult = async (ctx: Context): Promise<Answer> => resultAsked(ctx, await programmeOf(ctx), 'Agregar un resultado clave', 0, {}, unposted);

/** `POST /plan/noventa-dias/:id/resultados/nuevo`: adds it. */
export async function addResultForm(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), programme = await programmeOf(ctx), reading = readPage(resultForm, resultPage, ctx.form, {}, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return resultAsked(ctx, programme, 'Agregar un resultado clave', 0, reading.answers, reading);
  await addKeyResult(ctx.db, planner, programme, reading.answers, ctx.now);
  return seeOther(programmeHref(programme.id, '/resultados'), 'Agregamos el resultado clave.');
}

async function resultIn(ctx: Context): Promise<{ readonly programme: Programme; readonly result: KeyResult }> {
  const programme = await programmeOf(ctx), result = (await resultsOf(ctx.db, programme)).find(({ id }) => id === ctx.params.result);
  return { programme, result: result ?? refuse('programme_not_found') };
}

/** `GET /plan/noventa-dias/:id/resultados/:result`: what a key result is. */
export async function showResultForm(ctx: Context): Promise<Answer> {
  const { programme, result } = await resultIn(ctx);
  return resultAsked(ctx, programme, 'Cambiar el resultado clave', result.revision, result.answers, unposted);
}

/** `POST /plan/noventa-dias/:id/resultados/:result?revision=`: changes it. */
export async function keepResultForm(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), { programme, result } = await resultIn(ctx), revision = revisionSeen(ctx, result.revision), reading = readPage(resultForm, resultPage, ctx.form, result.answers, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return resultAsked(ctx, programme, 'Cambiar el resultado clave', revision, reading.answers, reading);
  await changeKeyResult(ctx.db, planner, programme, result, revision, reading.answers, ctx.now);
  return seeOther(programmeHref(programme.id, '/resultados'), 'Guardamos el resultado clave.');
}

const resultAsked = (ctx: Context, { id, name }: Programme, title: string, revision: number, answers: Answers, state: PostedState): Answer => page(programmeFormPage({
  ctx, form: resultForm, pageId: resultPage, title, answers, state, revision, caption: name, back: { href: programmeHref(id, '/resultados'), text: 'Objetivos y resultados clave' },
}), state.errors.length > 0 ? 422 : 200);

/** `GET /plan/noventa-dias/:id/resultados/:result/medicion`: asks for a value. */
export async function askMeasure(ctx: Context): Promise<Answer> {
  const { programme, result } = await resultIn(ctx);
  return measureAsked(ctx, programme, result, { dia: localDateOf(ctx.now) }, unposted);
}

/** `POST /plan/noventa-dias/:id/resultados/:result/medicion`: writes it down. */
export async function keepMeasure(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), { programme, result } = await resultIn(ctx), reading = readPage(measureForm, measurePage, ctx.form, {}, { now: ctx.now }), { answers } = reading;
  const day = parseLocalDate(textIn(answers, 'dia')), value = numberIn(answers, 'valor');
  if (reading.stay || reading.errors.length > 0 || day === undefined || value === undefined) return measureAsked(ctx, programme, result, answers, reading);
  await measure(ctx.db, planner, programme, result, { day, value, note: textIn(answers, 'nota') }, ctx.now);
  return seeOther(programmeHref(programme.id, '/resultados'), 'Anotamos el valor.');
}

const measureAsked = (ctx: Context, { id }: Programme, { name, unit }: KeyResult, answers: Answers, state: PostedState): Answer => page(programmeFormPage({
  ctx, form: measureForm, pageId: measurePage, answers, state, revision: 0, intro: `Se mide en: ${unit}.`, caption: name, back: { href: programmeHref(id, '/resultados'), text: 'Objetivos y resultados clave' },
}), state.errors.length > 0 ? 422 : 200);
