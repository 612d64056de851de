import { readPage, unposted, type Answers, type PostedState } from '#modules/forms/index.ts';
import { page, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { keepPart } from '../../actions/ninety-days/keep-programme.ts';
import { programmeForm } from '../../content/ninety-days.ts';
import type { Programme } from '../../domain/ninety-days/programme.ts';
import { refuse } from '../../errors.ts';
import { programmeHref } from '../../pages/ninety-days/addresses.ts';
import { programmeFormPage } from '../../pages/ninety-days/form-page.ts';
import { plannerOf } from '../planner.ts';
import { programmeOf } from './whole.ts';

const partIn = ({ params }: Context): string => programmeForm.pages.find(({ id }) => id === params.part)?.id ?? refuse('programme_not_found');

/** `GET /plan/noventa-dias/:id/partes/:part`: the form of one part, such as its budget. */
export async function showPart(ctx: Context): Promise<Answer> {
  const programme = await programmeOf(ctx);
  return partPage(ctx, programme, programme.answers, unposted);
}

/** `POST /plan/noventa-dias/:id/partes/:part?revision=`: keeps it. */
export async function keepPartForm(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), programme = await programmeOf(ctx), revision = revisionSeen(ctx, programme.revision);
  const reading = readPage(programmeForm, partIn(ctx), ctx.form, programme.answers, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return partPage(ctx, { ...programme, revision }, reading.answers, reading);
  await keepPart(ctx.db, planner, programme, revision, reading.answers, ctx.now);
  return seeOther(programmeHref(programme.id), 'Guardamos los cambios.');
}

const partPage = (ctx: Context, { id, name, revision }: Programme, answers: Answers, state: PostedState): Answer => page(programmeFormPage({
  ctx, form: programmeForm, pageId: partIn(ctx), answers, state, revision, caption: name, back: { href: programmeHref(id), text: name },
}), state.errors.length > 0 ? 422 : 200);
