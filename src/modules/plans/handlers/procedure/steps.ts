import { page, seeOther, type Answer, type Context, type PageContent } from '#kernel/http/index.ts';
import { answerPlan, approvePlan, closePlan, registerPlan } from '../../actions/procedure/acts.ts';
import { frozenContent } from '../../domain/procedure/content-hash.ts';
import { isOpen } from '../../domain/procedure/observations.ts';
import { planHref } from '../../pages/plan/addresses.ts';
import { answersPage, approvePage, closePage, registerPage } from '../../pages/procedure/step-pages.ts';
import { keepNote, notesOf } from '../../store/procedure/notes.ts';
import { actOn, isTurnOf, personOf, posted, problemOf, seenPlan, type Seen } from './reader.ts';

/** The plan, if it is this person's turn at a step; otherwise the way to the page that says whose turn it is. */
export async function atStep(ctx: Context, element: string, work: (seen: Seen) => Promise<Answer>): Promise<Answer> {
  const seen = await seenPlan(ctx);
  return isTurnOf(personOf(ctx), seen, element) ? work(seen) : seeOther(planHref(seen.plan.id, '/tramite'));
}

const shownOf = (ctx: Context, { plan, proceeding }: Seen, problem?: string) => ({ ctx, plan, seen: proceeding.seq, problem });

/** Shows the page again with what must be put right, or goes on to the procedure with what was done. */
async function finish(seen: Seen, done: string, work: () => Promise<void>, again: (problem: string) => PageContent): Promise<Answer> {
  const problem = await problemOf(work);
  return problem === undefined ? seeOther(planHref(seen.plan.id, '/tramite'), done) : page(again(problem), 422);
}

/** `GET /plan/pige/:id/registro`: asks whether the plan is to be registered. */
export const askRegister = (ctx: Context): Promise<Answer> => atStep(ctx, 'registro', async (seen) => page(registerPage(shownOf(ctx, seen))));

/** `POST /plan/pige/:id/registro`: registers it (step 3). */
export async function register(ctx: Context): Promise<Answer> {
  const seen = await seenPlan(ctx);
  return finish(seen, 'Registramos el plan. La AGETIC lo revisará.', () => registerPlan(ctx.db, actOn(ctx, seen)), (problem) => registerPage(shownOf(ctx, seen, problem)));
}

/** `GET /plan/pige/:id/respuestas`: the observations, to be answered. */
export const askAnswers = (ctx: Context): Promise<Answer> => atStep(ctx, 'ajuste', async (seen) => answers(ctx, seen));

const answers = async (ctx: Context, seen: Seen, problem?: string): Promise<Answer> =>
  page(answersPage(shownOf(ctx, seen, problem), seen.process.observations.filter(isOpen), (await notesOf(ctx.db, seen.plan)).answers), problem === undefined ? 200 : 422);

/** `POST /plan/pige/:id/respuestas`: keeps the answers, and sends the adjusted plan where asked to (step 5). */
export async function sendAnswers(ctx: Context): Promise<Answer> {
  const seen = await seenPlan(ctx), { plan } = seen;
  if (isTurnOf(personOf(ctx), seen, 'ajuste')) {
    for (const { number } of seen.process.observations.filter(isOpen)) await keepNote(ctx.db, plan, { key: `a:${number}`, text: posted(ctx, `respuesta-${number}`) }, personOf(ctx).id, ctx.now);
    if (ctx.form.hacer === 'guardar') return seeOther(planHref(plan.id, '/respuestas'), 'Guardamos sus respuestas. Todavía no se enviaron.');
  }
  const problem = await problemOf(() => answerPlan(ctx.db, actOn(ctx, seen)));
  return problem === undefined ? seeOther(planHref(plan.id, '/tramite'), 'Enviamos el plan ajustado a la AGETIC.') : answers(ctx, seen, problem);
}

/** `GET /plan/pige/:id/aprobacion`: asks to approve in digital form. */
export const askApproval = (ctx: Context): Promise<Answer> => atStep(ctx, 'aprobacion_digital', async (seen) => page(approvePage(shownOf(ctx, seen), frozenContent(seen.plan).sha256)));

/** `POST /plan/pige/:id/aprobacion`: approves it, freezes its content and gives it a code (step 6). */
export async function approve(ctx: Context): Promise<Answer> {
  const seen = await seenPlan(ctx), secret = typeof ctx.form.clave === 'string' ? ctx.form.clave.slice(0, 200) : '';
  return finish(seen, 'El plan está aprobado en forma digital y tiene su código.', () => approvePlan(ctx.db, actOn(ctx, seen), { secret, ip: ctx.ip }), (problem) => approvePage(shownOf(ctx, seen, problem), frozenContent(seen.plan).sha256));
}

/** `GET /plan/pige/:id/cierre`: asks why the plan is to be closed. */
export const askClosing = (ctx: Context): Promise<Answer> => atStep(ctx, 'ejecucion', async (seen) => page(closePage(shownOf(ctx, seen), '')));

/** `POST /plan/pige/:id/cierre`: closes it. */
export async function close(ctx: Context): Promise<Answer> {
  const seen = await seenPlan(ctx), reason = posted(ctx, 'motivo', 1_000);
  return finish(seen, 'El plan está cerrado.', () => closePlan(ctx.db, actOn(ctx, seen), reason), (problem) => closePage(shownOf(ctx, seen, problem), reason));
}
