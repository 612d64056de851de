import type { Documents } from '#modules/documents/index.ts';
import { unposted, type Answers, type PostedState } from '#modules/forms/index.ts';
import { html } from '#kernel/html/html.ts';
import { page, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { perform } from '../actions/perform.ts';
import { actForms, onlyPage } from '../content/forms.ts';
import { sideOf, type Side } from '../domain/examination.ts';
import { actsFor, mayAct, type ActKey } from '../domain/follow-up/acts.ts';
import { faultsOfPlan } from '../domain/follow-up/consequences.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { parseState, stateRows } from '../domain/follow-up/states.ts';
import { findingsOf, inOrder, textOf } from '../domain/parts.ts';
import { refuse } from '../errors.ts';
import { actHref, actName, parseActWord, recommendationHref } from '../pages/addresses.ts';
import { formPage } from '../pages/form-pages.ts';
import { recommendationPage } from '../pages/recommendation-page.ts';
import { findExamination } from '../store/examinations.ts';
import { factsOf } from '../store/facts.ts';
import { findPart, partsOf } from '../store/parts.ts';
import { entitiesOf, type Entities } from '../store/standings.ts';
import { dropWaiting, readWithFile, sendEvidence, waitingFile, waitingOwner, withHashes } from './evidence-file.ts';
import { actorOf, standingsIn } from './viewer.ts';

type Found = { readonly standing: Standing; readonly all: readonly Standing[]; readonly side: Side; readonly entities: Entities };

// The recommendation that the address names; one that the person may not see is not found.
async function recommendationIn(ctx: Context): Promise<Found> {
  const part = (await findPart(ctx.db, parseId(ctx.params.id))) ?? refuse('recommendation_not_found'), examination = await findExamination(ctx.db, part.examinationId);
  const side = examination && sideOf(actorOf(ctx), examination);
  if (examination === undefined || side === undefined || part.kind !== 'recommendation') return refuse('recommendation_not_found');
  const entities = await entitiesOf(ctx.db), all = await standingsIn(ctx, { examinationId: part.examinationId }, entities);
  return { standing: all.find(({ id }) => id === part.id) ?? refuse('recommendation_not_found'), all, side, entities };
}

/** `GET /control/recomendaciones/:id`: where it stands, what can be done, and what happened. */
export async function showRecommendation(ctx: Context): Promise<Answer> {
  const { standing, all, side, entities } = await recommendationIn(ctx), { roles } = actorOf(ctx);
  const [facts, parts] = await Promise.all([factsOf(ctx.db, standing.entityId, standing.id), partsOf(ctx.db, { entityId: standing.entityId, id: standing.examinationId })]);
  return page(recommendationPage({
    standing, facts, may: standing.isParent ? [] : actsFor(standing.state, side, roles), examinedName: entities.nameOf(standing.examinedId), examinerName: entities.nameOf(standing.entityId), nameOf: entities.nameOf,
    findings: parts.filter(({ code, kind }) => kind === 'finding' && findingsOf(standing).includes(code)), children: inOrder(all.filter(({ parentId }) => parentId === standing.id)),
  }));
}

const actIn = ({ params }: Context): ActKey => parseActWord(params.act) ?? refuse('recommendation_not_found');

/** `GET /control/recomendaciones/:id/:act`: asks for what the act needs. */
export async function askAct(ctx: Context): Promise<Answer> {
  const act = actIn(ctx), found = await recommendationIn(ctx), { standing, side } = found;
  if (standing.isParent || !mayAct(act, standing.state, side, actorOf(ctx).roles)) return refuse('not_now', { state: stateRows[standing.state].name });
  const facts = act === 'plan' || act === 'progress' ? await factsOf(ctx.db, standing.entityId, standing.id) : [];
  const begun = { ...facts.findLast((fact) => fact.act === act && act === 'plan')?.detail, ...await waitingFile(ctx, { standing, act }) };
  return page(actPage(ctx, found, act, begun, unposted));
}

/** `POST /control/recomendaciones/:id/:act`: does it, or shows what must be put right. */
export const doAct = (documents: Documents) => async (ctx: Context): Promise<Answer> => {
  const act = actIn(ctx), found = await recommendationIn(ctx), { standing, side } = found, writing = { standing, act }, { id } = onlyPage(actForms[act]);
  const reading = await readWithFile(ctx, documents, writing), faults = act === 'plan' && reading.errors.length === 0 ? faultsOfPlan(reading.answers) : [];
  const state = { ...reading, errors: [...reading.errors, ...faults.map((fault) => ({ ...fault, page: id }))] };
  if (reading.stay || state.errors.length > 0) return page(actPage(ctx, found, act, reading.answers, state), state.errors.length > 0 ? 422 : 200);
  const detail = await withHashes(ctx, writing, reading.answers);
  await perform(ctx.db, actorOf(ctx), side, standing, { act, detail, seq: revisionSeen(ctx, standing.seq, 'visto'), waiting: waitingOwner(ctx, writing) }, ctx.now);
  await dropWaiting(ctx, writing);
  return seeOther(recommendationHref(standing.id), closes(act, detail) ? 'Cerramos la recomendación.' : 'Lo anotamos.');
};

/** `GET /control/recomendaciones/:id/archivos/:file`: a file of its follow-up, for whoever may read it. */
export const downloadEvidence = (documents: Documents) => async (ctx: Context): Promise<Answer> => sendEvidence(ctx, documents, (await recommendationIn(ctx)).standing);

const closes = (act: ActKey, detail: Answers): boolean => (act === 'verify' || act === 'close') && (parseState(detail.resultado)?.startsWith('closed') ?? false);

function actPage(ctx: Context, { standing, entities }: Found, act: ActKey, answers: Answers, state: PostedState) {
  return formPage(ctx, {
    form: actForms[act], answers, state, title: actName(act), caption: `Recomendación ${standing.code} · ${entities.nameOf(standing.examinedId)}`, back: { href: recommendationHref(standing.id), text: 'Recomendación' },
    lead: html`<p class="govuk-body-l">${textOf(standing.answers, 'texto')}</p>`, action: `${actHref(standing.id, act)}?visto=${revisionSeen(ctx, standing.seq, 'visto')}`, submit: actName(act), kind: act === 'close' ? 'warning' : undefined,
  });
}
