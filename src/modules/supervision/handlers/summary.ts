import { textAnswer, type OfficeText } from '#modules/office/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { sayWritten } from '../content/say.ts';
import { summaryText } from '../domain/summary/summary-text.ts';
import { summaryPage } from '../pages/summary-page.ts';
import { partsOf } from '../store/parts.ts';
import { entitiesOf } from '../store/standings.ts';
import { examinationIn } from './viewer.ts';

async function textIn(ctx: Context): Promise<OfficeText> {
  const { examination } = await examinationIn(ctx), [parts, { nameOf }] = await Promise.all([partsOf(ctx.db, examination), entitiesOf(ctx.db)]);
  return summaryText({ examination, parts, examinerName: nameOf(examination.entityId), examinedName: nameOf(examination.examinedId), today: localDateOf(ctx.now), say: sayWritten });
}

/** `GET /control/examenes/:id/resumen`: the executive summary, written from what is kept. */
export const showSummary = async (ctx: Context): Promise<Answer> => page(summaryPage(ctx.params.id ?? '', await textIn(ctx)));

/** `GET /control/examenes/:id/resumen/:format`: the same as a file. */
export const downloadSummary = async (ctx: Context): Promise<Answer> => textAnswer(await textIn(ctx), ctx.params.format, 'resumen-ejecutivo');
