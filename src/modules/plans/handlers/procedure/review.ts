import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { newId, parseId } from '#kernel/ids.ts';
import { isKeyOf } from '#kernel/tables.ts';
import { conformPlan, observePlan } from '../../actions/procedure/acts.ts';
import { planSections } from '../../domain/plan/sections.ts';
import { isOpen } from '../../domain/procedure/observations.ts';
import { planStory } from '../../domain/procedure/story.ts';
import { refuse } from '../../errors.ts';
import { endReviewPage, reviewHref, reviewPage, untyped, type TypedObservation } from '../../pages/procedure/review-page.ts';
import { severityNames } from '../../pages/procedure/words.ts';
import { dropObservation, keepNote, notesOf, observationsMax } from '../../store/procedure/notes.ts';
import { planFactIn, planFacts } from '../../store/procedure/proceedings.ts';
import { actOn, isTurnOf, personOf, posted, problemOf, seenPlan, type Seen } from './reader.ts';

/** `GET /plan/pige/revision/:id`: a plan that the agency revises. */
export const showReview = async (ctx: Context): Promise<Answer> => shown(ctx, await seenPlan(ctx), untyped);

async function shown(ctx: Context, seen: Seen, typed: TypedObservation, unsaid?: number): Promise<Answer> {
  const [facts, notes] = await Promise.all([planFacts(ctx.db, seen.plan.entityId, seen.plan.id), notesOf(ctx.db, seen.plan)]);
  return page(reviewPage({ ctx, ...seen, story: planStory(facts.map(planFactIn)), notes, typed, unsaid }), unsaid !== undefined || Object.keys(typed.problems).length > 0 ? 422 : 200);
}

/** The plan while the agency revises it; otherwise a refusal. */
async function underReview(ctx: Context): Promise<Seen> {
  const seen = await seenPlan(ctx);
  return isTurnOf(personOf(ctx), seen, 'revision') ? seen : refuse('plan_not_at_step');
}

/** `POST /plan/pige/revision/:id/observaciones`: keeps an observation until all of them are sent. */
export async function addObservation(ctx: Context): Promise<Answer> {
  const seen = await underReview(ctx), typed = readObservation(ctx);
  if (Object.keys(typed.problems).length > 0 || !isKeyOf(severityNames, typed.severity)) return shown(ctx, seen, typed);
  if ((await notesOf(ctx.db, seen.plan)).observations.length >= observationsMax) refuse('plan_too_many_observations', { max: observationsMax });
  await keepNote(ctx.db, seen.plan, { key: `o:${newId(ctx.now)}`, section: typed.section, severity: typed.severity, text: typed.text }, personOf(ctx).id, ctx.now);
  return seeOther(reviewHref(seen.plan.id), 'Guardamos la observación. La entidad la verá cuando usted comunique todas.');
}

function readObservation(ctx: Context): TypedObservation {
  const section = posted(ctx, 'seccion', 60), severity = posted(ctx, 'gravedad', 20), text = posted(ctx, 'texto');
  return {
    section, severity, text, problems: {
      ...(planSections.some(({ key }) => key === section) ? {} : { section: 'Elija la sección que observa.' }), ...(isKeyOf(severityNames, severity) ? {} : { severity: 'Diga cuánto importa la observación.' }),
      ...(text === '' ? { text: 'Escriba qué se observa.' } : {}),
    },
  };
}

/** `POST /plan/pige/revision/:id/observaciones/:key/retiro`: takes away an observation that was not sent. */
export async function removeObservation(ctx: Context): Promise<Answer> {
  const { plan } = await underReview(ctx);
  await dropObservation(ctx.db, plan, parseId<'observation'>(ctx.params.key) ?? refuse('plan_not_found'));
  return seeOther(reviewHref(plan.id), 'Quitamos la observación.');
}

/** `POST /plan/pige/revision/:id/respuestas/:number`: says whether an answer resolves its observation. */
export async function judgeAnswer(ctx: Context): Promise<Answer> {
  const seen = await underReview(ctx), { plan, process } = seen, one = process.observations.find((observation) => isOpen(observation) && String(observation.number) === ctx.params.number) ?? refuse('plan_not_found');
  if (ctx.form.resuelta !== 'si' && ctx.form.resuelta !== 'no') return shown(ctx, seen, untyped, one.number);
  await keepNote(ctx.db, plan, { key: `f:${one.number}`, resolved: ctx.form.resuelta === 'si' }, personOf(ctx).id, ctx.now);
  return seeOther(reviewHref(plan.id), `Anotamos que la observación ${one.number} ${ctx.form.resuelta === 'si' ? 'está resuelta' : 'sigue pendiente'}.`);
}

type How = 'observe' | 'conform';

/** `GET /plan/pige/revision/:id/envio` and `/conformidad`: asks whether the revision is to end so. */
export const askEnd = (how: How) => async (ctx: Context): Promise<Answer> => {
  const seen = await seenPlan(ctx);
  return isTurnOf(personOf(ctx), seen, 'revision') ? endPage(ctx, seen, how) : seeOther(reviewHref(seen.plan.id));
};

async function endPage(ctx: Context, { plan, process, proceeding }: Seen, how: How, problem?: string): Promise<Answer> {
  const notes = await notesOf(ctx.db, plan), pending = notes.observations.length + process.observations.filter((one) => isOpen(one) && notes.findings[one.number] === false).length;
  return page(endReviewPage(ctx, plan, proceeding.seq, how, pending, problem), problem === undefined ? 200 : 422);
}

/** `POST` to the same: ends the revision (step 4). */
export const endReview = (how: How) => async (ctx: Context): Promise<Answer> => {
  const seen = await seenPlan(ctx), act = actOn(ctx, seen), problem = await problemOf(() => (how === 'observe' ? observePlan(ctx.db, act) : conformPlan(ctx.db, act)));
  return problem === undefined ? seeOther(reviewHref(seen.plan.id), how === 'observe' ? 'Comunicamos las observaciones a la entidad.' : 'El plan está conforme. La entidad ya puede aprobarlo.') : endPage(ctx, seen, how, problem);
};
