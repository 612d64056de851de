import { readPage, unposted, visiblePages, type PostedState } from '#modules/forms/index.ts';
import { localDateOf, parseLocalDate } from '#kernel/clock.ts';
import { select, type ErrorLink } from '#kernel/html/components.ts';
import { page, postedText, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { beginExamination, changeExamination } from '../actions/examinations.ts';
import { issueReport, notifyReport } from '../actions/publish.ts';
import { examinationForm } from '../content/forms.ts';
import type { Examination } from '../domain/examination.ts';
import { countDays, isOverdue } from '../domain/follow-up/due.ts';
import type { Terms } from '../domain/follow-up/terms.ts';
import { inOrder, textOf, type Part } from '../domain/parts.ts';
import { refuse } from '../errors.ts';
import { examinationHref } from '../pages/addresses.ts';
import { issuePage, notifyPage } from '../pages/confirm-pages.ts';
import { examinationPage } from '../pages/examination-page.ts';
import { dataPage, formPage } from '../pages/form-pages.ts';
import { listPage } from '../pages/list-page.ts';
import type { RequestLine } from '../pages/requests-table.ts';
import { listExaminations } from '../store/examinations.ts';
import { partsOf } from '../store/parts.ts';
import { termsOf } from '../store/terms.ts';
import { entitiesOf, type Entities } from '../store/standings.ts';
import { actorOf, examinationIn, isExaminer, openExamination, ownExamination, sideIn, standingsIn } from './viewer.ts';

const pageSize = 50;

/** `GET /control/examenes[?despues=]`: examinations of an authority, or those that the entity was told of. */
export const showList = (demo: boolean) => async (ctx: Context): Promise<Answer> => {
  const found = await listExaminations(ctx.db, actorOf(ctx).entityId, sideIn(ctx), pageSize + 1, parseId(ctx.query.despues)), lines = found.slice(0, pageSize);
  const { nameOf } = await entitiesOf(ctx.db);
  return page(listPage({ ctx, lines, nameOf, next: found.length > pageSize ? lines.at(-1)?.id : undefined, isExaminer: isExaminer(ctx), mayLoadExample: demo }));
};

/** `GET /control/examenes/nuevo`: asks whom, and the data with which a report begins. */
export const askExamination = async (ctx: Context): Promise<Answer> => page(beginPage(ctx, await entitiesOf(ctx.db), {}, unposted, []));

/** `POST /control/examenes/nuevo`: begins the examination and leads to it. */
export async function begin(ctx: Context): Promise<Answer> {
  const entities = await entitiesOf(ctx.db), reading = readPage(examinationForm, 'datos', ctx.form, {}, { now: ctx.now });
  const examined = entities.all.find(({ id }) => id === postedText(ctx, 'entidad') && id !== actorOf(ctx).entityId);
  const problems = examined === undefined ? [{ href: '#entidad', text: 'Elija la entidad que se examina.' }] : [];
  if (reading.stay || reading.errors.length > 0 || examined === undefined) return page(beginPage(ctx, entities, reading.answers, reading, problems), 422);
  return seeOther(examinationHref(await beginExamination(ctx.db, actorOf(ctx), examined.id, reading.answers, ctx.now)), 'Empezó el examen.');
}

const beginPage = (ctx: Context, { all }: Entities, answers: Examination['answers'], state: PostedState, problems: readonly ErrorLink[]) => formPage(ctx, {
  form: examinationForm, page: examinationForm.pages[0], answers, state, title: 'Empezar un examen', caption: 'Control', back: { href: '/control/examenes', text: 'Exámenes' }, action: '/control/examenes/nuevo', submit: 'Empezar', moreErrors: problems,
  first: select({ id: 'entidad', name: 'entidad', label: 'Entidad que se examina', emptyText: 'Elija una entidad', value: postedText(ctx, 'entidad') || (ctx.query.entidad ?? ''), error: problems[0]?.text, options: all.filter(({ id }) => id !== actorOf(ctx).entityId).map(({ id, name }) => ({ value: id, text: name })) }),
});

/** `GET /control/examenes/:id`: the examination whole. */
export async function showExamination(ctx: Context): Promise<Answer> {
  const { examination, side } = await examinationIn(ctx), entities = await entitiesOf(ctx.db);
  const [parts, standings, terms] = await Promise.all([partsOf(ctx.db, examination), standingsIn(ctx, { examinationId: examination.id }, entities), termsOf(ctx.db, examination.entityId)]);
  return page(examinationPage({
    examination, side, examinedName: entities.nameOf(examination.examinedId), examinerName: entities.nameOf(examination.entityId), findings: parts.filter(({ kind }) => kind === 'finding'), recommendations: inOrder(standings),
    requests: parts.filter(({ kind }) => kind === 'request').map((part) => requestLine(part, examination, entities, terms, ctx.now)),
  }));
}

function requestLine(part: Part, { examinedId }: Examination, { calendarOf }: Entities, { request }: Terms, now: Date): RequestLine {
  const asked = parseLocalDate(textOf(part.answers, 'fecha')), days = Number(textOf(part.answers, 'dias')) || request.days;
  const term = asked === undefined ? undefined : countDays({ days, norm: request.norm }, asked, calendarOf(examinedId));
  const due = term?.due === undefined ? undefined : { day: term.due, term };
  return { part, due, overdue: textOf(part.answers, 'resultado') === 'pendiente' && isOverdue(due, localDateOf(now)) };
}

/** `GET /control/examenes/:id/datos/:page`: one page of what an open examination says of itself. */
export async function showData(ctx: Context): Promise<Answer> {
  const examination = await openExamination(ctx);
  return page(dataPage(ctx, examination, pageIn(ctx, examination), examination.answers, unposted));
}

/** `POST /control/examenes/:id/datos/:page`: keeps it, or shows what must be put right. */
export async function keepData(ctx: Context): Promise<Answer> {
  const examination = await openExamination(ctx), shown = pageIn(ctx, examination), reading = readPage(examinationForm, shown.id, ctx.form, examination.answers, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return page(dataPage(ctx, { ...examination, revision: revisionSeen(ctx, examination.revision) }, shown, reading.answers, reading), reading.errors.length > 0 ? 422 : 200);
  await changeExamination(ctx.db, actorOf(ctx), { ...examination, revision: revisionSeen(ctx, examination.revision) }, reading.answers, ctx.now);
  return seeOther(examinationHref(examination.id), 'Guardamos el examen.');
}

const pageIn = (ctx: Context, { answers }: Examination) => visiblePages(examinationForm, answers, { now: ctx.now }).find(({ id }) => id === ctx.params.page) ?? refuse('part_not_found');

/** `GET /control/examenes/:id/emision`: asks before the text becomes final. */
export async function askIssue(ctx: Context): Promise<Answer> {
  const examination = await openExamination(ctx), parts = await partsOf(ctx.db, examination), count = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).length;
  return page(issuePage(ctx, examination, { findings: count('finding'), recommendations: count('recommendation') }));
}

/** `POST /control/examenes/:id/emision`: issues the report. */
export async function issue(ctx: Context): Promise<Answer> {
  const examination = await ownExamination(ctx);
  await issueReport(ctx.db, actorOf(ctx), examination, ctx.now);
  return seeOther(examinationHref(examination.id), 'Emitimos el informe. Falta notificarlo a la entidad.');
}

/** `GET /control/examenes/:id/notificacion`: asks before the examined entity is told. */
export async function askNotify(ctx: Context): Promise<Answer> {
  const examination = await ownExamination(ctx), { nameOf } = await entitiesOf(ctx.db);
  if (examination.stage === 'open') return refuse('not_issued');
  return page(notifyPage(ctx, examination, nameOf(examination.examinedId), await termsOf(ctx.db, examination.entityId)));
}

/** `POST /control/examenes/:id/notificacion`: tells the examined entity. */
export async function notifyEntity(ctx: Context): Promise<Answer> {
  const examination = await ownExamination(ctx);
  await notifyReport(ctx.db, actorOf(ctx), examination, ctx.now);
  return seeOther(examinationHref(examination.id), 'Notificamos el informe a la entidad.');
}
