import { readPage, unposted, type Answers, type PostedState } from '#modules/forms/index.ts';
import { page, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { changeStep } from '../../actions/ninety-days/keep-programme.ts';
import { stepForm } from '../../content/ninety-days.ts';
import type { Programme } from '../../domain/ninety-days/programme.ts';
import type { Step } from '../../domain/ninety-days/step.ts';
import { programmeHref } from '../../pages/ninety-days/addresses.ts';
import { programmeFormPage } from '../../pages/ninety-days/form-page.ts';
import { stepPage } from '../../pages/ninety-days/step-page.ts';
import { changesOf } from '../../store/ninety-days/steps.ts';
import { mayWrite, plannerOf } from '../planner.ts';
import { stepIn, wholeOf } from './whole.ts';

const formPage = 'paso';

/** `GET /plan/noventa-dias/:id/pasos/:number`: a step and its history. */
export async function showStep(ctx: Context): Promise<Answer> {
  const { programme, steps, today } = await wholeOf(ctx), step = stepIn(ctx, steps);
  return page(stepPage({ programme, step, today, changes: await changesOf(ctx.db, programme, step.number), mayWrite: mayWrite(ctx) }));
}

/** `GET /plan/noventa-dias/:id/pasos/:number/cambio`: asks how it goes. */
export async function showStepForm(ctx: Context): Promise<Answer> {
  const { programme, steps } = await wholeOf(ctx), step = stepIn(ctx, steps);
  return asking(ctx, programme, step, step.answers, unposted);
}

/** `POST /plan/noventa-dias/:id/pasos/:number/cambio?revision=`: keeps it. */
export async function keepStepForm(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), { programme, steps } = await wholeOf(ctx), step = stepIn(ctx, steps), revision = revisionSeen(ctx, step.revision);
  const reading = readPage(stepForm, formPage, ctx.form, step.answers, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return asking(ctx, programme, { ...step, revision }, reading.answers, reading);
  await changeStep(ctx.db, planner, programme, step, revision, reading.answers, ctx.now);
  return seeOther(programmeHref(programme.id, `/pasos/${step.number}`), 'Guardamos cómo va el paso.');
}

const asking = (ctx: Context, { id }: Programme, { number, title, deliverable, revision }: Step, answers: Answers, state: PostedState): Answer => page(programmeFormPage({
  ctx, form: stepForm, pageId: formPage, answers, state, revision, title, intro: `Entrega: ${deliverable}.`, caption: `Paso ${number} de 10`, back: { href: programmeHref(id, `/pasos/${number}`), text: `Paso ${number}` },
}), state.errors.length > 0 ? 422 : 200);
