import { serveDownload, getFile, type Documents } from '#modules/documents/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { opineOnPlan } from '../../actions/procedure/acts.ts';
import { planStory } from '../../domain/procedure/story.ts';
import { refuse } from '../../errors.ts';
import { planHref } from '../../pages/plan/addresses.ts';
import { reviewHref } from '../../pages/procedure/review-page.ts';
import { standingPage, type Way } from '../../pages/procedure/standing-page.ts';
import { planFactIn, planFacts } from '../../store/procedure/proceedings.ts';
import { actOn, isTurnOf, personOf, posted, problemOf, seenPlan, type Seen } from './reader.ts';

/** `GET /plan/pige/:id/tramite`: where a plan stands, what to do now, until when and why. */
export const showStanding = async (ctx: Context): Promise<Answer> => shown(ctx, await seenPlan(ctx), undefined);

async function shown(ctx: Context, seen: Seen, problem: string | undefined): Promise<Answer> {
  const { plan, proceeding } = seen, facts = await planFacts(ctx.db, plan.entityId, plan.id), person = personOf(ctx);
  const mayOpine = person.roles.includes('coordinator') && person.entityId !== plan.entityId && (plan.state === 'registered' || plan.state === 'observed');
  const story = planStory(facts.map(planFactIn)), way = ways.find(({ element }) => isTurnOf(person, seen, element));
  return page(standingPage({ ctx, ...seen, story, seen: proceeding.seq, problem, mayOpine, back: backOf(ctx, seen), way: way && { ...way, href: way.hrefOf(plan.id) } }), problem === undefined ? 200 : 422);
}

type Ready = Omit<Way, 'href'> & { readonly element: string; readonly hrefOf: (id: Seen['plan']['id']) => string };

// What each step asks of whoever has it, and where that is done.
const ways: readonly Ready[] = [
  { element: 'registro', text: 'Registrar el plan', why: 'Cuando esté completo, regístrelo para que la AGETIC lo revise.', hrefOf: (id) => planHref(id, '/registro') },
  { element: 'revision', text: 'Revisar el plan', why: 'Léalo, escriba qué observa o dé la conformidad.', hrefOf: (id) => reviewHref(id) },
  { element: 'ajuste', text: 'Responder las observaciones', why: 'La AGETIC observó el plan: corríjalo y responda cada observación.', hrefOf: (id) => planHref(id, '/respuestas') },
  { element: 'aprobacion_digital', text: 'Aprobar en forma digital', why: 'La AGETIC está conforme. Al aprobarlo, su contenido queda fijo y recibe un código.', hrefOf: (id) => planHref(id, '/aprobacion') },
  { element: 'resolucion', text: 'Aprobar por resolución', why: 'El plan espera su resolución, que debe citar el código identificador.', hrefOf: (id) => planHref(id, '/resolucion') },
  { element: 'registro_resolucion', text: 'Registrar la resolución', why: 'La máxima autoridad aprobó el plan. Registre la resolución para que sea oficial.', hrefOf: (id) => planHref(id, '/registro-resolucion') },
  { element: 'ejecucion', text: 'Cerrar el plan', why: 'El plan es oficial: se ejecuta y se le da seguimiento. Ciérrelo solo si deja de valer sin que otro lo reemplace.', hrefOf: (id) => planHref(id, '/cierre') },
];

function backOf(ctx: Context, { plan }: Seen): { readonly href: string; readonly text: string } {
  const person = personOf(ctx);
  if (person.entityId === plan.entityId) return { href: planHref(plan.id), text: 'Plan' };
  return person.roles.includes('reviewer') ? { href: reviewHref(plan.id), text: 'Revisión del plan' } : { href: '/plan/pige/coordinacion', text: 'Planes que coordina su entidad' };
}

/** `POST /plan/pige/:id/opinion`: a coordinating body says what it thinks. */
export async function giveOpinion(ctx: Context): Promise<Answer> {
  const seen = await seenPlan(ctx), problem = await problemOf(() => opineOnPlan(ctx.db, actOn(ctx, seen), posted(ctx, 'opinion')));
  return problem === undefined ? seeOther(planHref(seen.plan.id, '/tramite'), 'Enviamos su opinión.') : shown(ctx, seen, problem);
}

/** `GET /plan/pige/:id/resolucion/archivo`: the scanned resolution. */
export const sendResolution = (documents: Documents) => async (ctx: Context): Promise<Answer> => resolutionFile(documents, ctx, await seenPlan(ctx));

/** The scanned resolution of a plan, or a refusal where there is none. */
export async function resolutionFile(documents: Documents, ctx: Context, { plan, proceeding }: Pick<Seen, 'plan' | 'proceeding'>): Promise<Answer> {
  const id = parseId<'file'>(proceeding.process.resolution?.fileId) ?? refuse('plan_not_found');
  return serveDownload(documents, await getFile(ctx.db, plan.entityId, id));
}
