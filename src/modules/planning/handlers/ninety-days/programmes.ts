import { textAnswer } from '#modules/office/index.ts';
import { readPage, unposted, type Answers, type PostedState } from '#modules/forms/index.ts';
import { localDateOf, parseLocalDate } from '#kernel/clock.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { startProgramme } from '../../actions/ninety-days/keep-programme.ts';
import { startForm } from '../../content/ninety-days.ts';
import { textIn } from '../../domain/inventory/declared.ts';
import { programmeHref } from '../../pages/ninety-days/addresses.ts';
import { documentPage } from '../../pages/ninety-days/document-page.ts';
import { programmeText } from '../../pages/ninety-days/document.ts';
import { programmeFormPage } from '../../pages/ninety-days/form-page.ts';
import { programmesPage } from '../../pages/ninety-days/list-page.ts';
import { programmePage } from '../../pages/ninety-days/programme-page.ts';
import { programmesOf } from '../../store/ninety-days/programmes.ts';
import { entityOf, mayWrite, plannerOf } from '../planner.ts';
import { wholeOf } from './whole.ts';

const startPage = 'inicio';

/** `GET /plan/noventa-dias`: the programmes of the entity. */
export async function showProgrammes(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, programmes] = await Promise.all([entityOf(ctx), programmesOf(ctx.db, entityId)]);
  return page(programmesPage({ entity, programmes, mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/noventa-dias/nuevo`: asks how a programme is called and when it begins. */
export const askStart = (ctx: Context): Promise<Answer> => asking(ctx, { inicio: localDateOf(ctx.now) }, unposted);

/** `POST /plan/noventa-dias/nuevo`: starts it. */
export async function start(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), reading = readPage(startForm, startPage, ctx.form, {}, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return asking(ctx, reading.answers, reading);
  const day = parseLocalDate(textIn(reading.answers, 'inicio')) ?? localDateOf(ctx.now);
  return seeOther(programmeHref(await startProgramme(ctx.db, planner, textIn(reading.answers, 'nombre'), day, ctx.now)), 'Iniciamos el programa. Las fechas de los pasos son propuestas: cámbielas donde haga falta.');
}

const asking = async (ctx: Context, answers: Answers, state: PostedState): Promise<Answer> => page(programmeFormPage({
  ctx, form: startForm, pageId: startPage, answers, state, revision: 0, caption: (await entityOf(ctx)).name, back: { href: '/plan/noventa-dias', text: 'Programa de 90 días' },
}), state.errors.length > 0 ? 422 : 200);

/** `GET /plan/noventa-dias/:id`: where a programme stands. */
export const showProgramme = async (ctx: Context): Promise<Answer> => page(programmePage(await wholeOf(ctx), mayWrite(ctx)));

/** `GET /plan/noventa-dias/:id/documento`: the whole of it to be read. */
export const showDocument = async (ctx: Context): Promise<Answer> => page(documentPage(await wholeOf(ctx)));

/** `GET /plan/noventa-dias/:id/documento/:formato`: the whole of it as a file. */
export const downloadProgramme = async (ctx: Context): Promise<Answer> => textAnswer(programmeText(await wholeOf(ctx)), ctx.params.formato, 'programa-de-90-dias');
