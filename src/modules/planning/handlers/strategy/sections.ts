import { listOfficers } from '#modules/identity/index.ts';
import { page, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import type { Person } from '#kernel/access.ts';
import { newId, parseId } from '#kernel/ids.ts';
import { assignSection, say, type Said } from '../../actions/strategy/talk.ts';
import { writeSection } from '../../actions/strategy/write-section.ts';
import { lettersMax, type Section } from '../../domain/strategy/guide.ts';
import { threadsOf } from '../../domain/strategy/threads.ts';
import { refuse } from '../../errors.ts';
import { sectionHref } from '../../pages/strategy/addresses.ts';
import { historyPage } from '../../pages/strategy/history-page.ts';
import { conflictPage, sectionPage, type SectionShown } from '../../pages/strategy/section-page.ts';
import { notesOf } from '../../store/strategy/notes.ts';
import { assignmentsOf, leaveSection, openSection, writersOf } from '../../store/strategy/people.ts';
import { revisionsOf, type Place } from '../../store/strategy/texts.ts';
import { mayWrite, plannerOf } from '../planner.ts';
import { openStrategy, type Opened } from './open.ts';
import { textIn, wholeIn } from './posted.ts';

const peopleMax = 200, commentMax = 4_000, historyPageSize = 10;

/** `GET /plan/estrategia/:id/seccion/:section`: a part to write or to read, with advice and comments. Whoever may write is seen by the others from here on. */
export async function showSection(ctx: Context): Promise<Answer> {
  const found = await sectionOf(ctx), shown = await shownOf(ctx, found);
  if (shown.mayWrite) await openSection(ctx.db, found.place, plannerOf(ctx), ctx.now);
  return page(sectionPage(shown));
}

/** `POST /plan/estrategia/:id/seccion/:section?revision=`: keeps what was written; where somebody else has written meanwhile, both texts are shown. */
export async function keepSection(ctx: Context): Promise<Answer> {
  const found = await sectionOf(ctx), { section, place, opened: { strategy, texts } } = found, body = textIn(ctx, 'texto'), max = lettersMax[section.kind], current = texts.get(section.id);
  if (body.length > max) return page(sectionPage({ ...await shownOf(ctx, found), typed: { body, problem: `El texto tiene ${whole.format(body.length)} letras: deje ${whole.format(max)} como máximo.` } }), 422);
  const isSame = body === (current?.body ?? '');
  if (isSame) await leaveSection(ctx.db, place, plannerOf(ctx).id);
  const isKept = isSame || await writeSection(ctx.db, plannerOf(ctx), place, body, current === undefined ? 0 : revisionSeen(ctx, current.revision), ctx.now);
  if (!isKept) return page(conflictPage(await shownOf(ctx, await sectionOf(ctx)), body), 409);
  const { next } = neighbours(found);
  return seeOther(sectionHref(strategy.id, ctx.form.accion === 'seguir' && next ? next.id : section.id), isSame ? 'El texto ya decía eso.' : 'Guardamos lo escrito.');
}

const whole = new Intl.NumberFormat('es-BO');

/** `POST /plan/estrategia/:id/seccion/:section/encargo`: gives the part to somebody of the entity, or to nobody. */
export async function entrustSection(ctx: Context): Promise<Answer> {
  const { section, place } = await sectionOf(ctx), to = parseId<'person'>(ctx.form.persona), person = (await peopleOf(ctx)).find(({ id }) => id === to);
  await assignSection(ctx.db, plannerOf(ctx), place, person, ctx.now);
  return seeOther(sectionHref(place.strategyId, section.id), person === undefined ? 'Esta parte no está a cargo de nadie.' : `Esta parte está a cargo de ${person.name}.`);
}

const kinds: Readonly<Record<string, Said['kind']>> = { responder: 'reply', resolver: 'resolved', reabrir: 'reopened' };

/** `POST /plan/estrategia/:id/seccion/:section/comentarios`: says something about the part, answers, settles or opens again. */
export async function commentSection(ctx: Context): Promise<Answer> {
  const found = await sectionOf(ctx), { section, place } = found, kind = (typeof ctx.form.accion === 'string' ? kinds[ctx.form.accion] : undefined) ?? 'comment', body = textIn(ctx, 'comentario'), thread = parseId<'strategy-note'>(ctx.form.hilo);
  const problem = body.length > commentMax ? `Escriba el comentario en ${whole.format(commentMax)} letras como máximo.` : body === '' && (kind === 'comment' || kind === 'reply') ? 'Escriba el comentario antes de enviarlo.' : undefined;
  if (problem !== undefined) return page(sectionPage({ ...await shownOf(ctx, found), commentProblem: problem }), 422);
  await say(ctx.db, plannerOf(ctx), place, { id: parseId<'strategy-note'>(ctx.form.clave) ?? newId(ctx.now), kind, thread, body }, ctx.now);
  return seeOther(sectionHref(place.strategyId, section.id), kind === 'resolved' ? 'El comentario quedó resuelto.' : kind === 'reopened' ? 'El comentario está abierto otra vez.' : 'Guardamos su comentario.');
}

/** `GET /plan/estrategia/:id/seccion/:section/historia[?antes=]`: every state that the part has had. */
export async function showHistory(ctx: Context): Promise<Answer> {
  const { section, place, opened: { strategy } } = await sectionOf(ctx), before = ctx.query.antes === undefined ? undefined : wholeIn(ctx.query.antes);
  const revisions = await revisionsOf(ctx.db, place, historyPageSize + 1, before);
  return page(historyPage({ ctx, strategy, section, revisions, more: revisions.length > historyPageSize, mayWrite: mayWrite(ctx) }));
}

/** `POST /plan/estrategia/:id/seccion/:section/restauracion`: writes an old state again, as a new one. */
export async function restoreRevision(ctx: Context): Promise<Answer> {
  const found = await sectionOf(ctx), { section, place } = found, wanted = wholeIn(ctx.form.revision), [old] = wanted < 1 ? [] : await revisionsOf(ctx.db, place, 1, wanted + 1);
  if (old?.revision !== wanted) return refuse('section_not_found');
  if (!await writeSection(ctx.db, plannerOf(ctx), place, old.body, wholeIn(ctx.form.desde), ctx.now)) return page(conflictPage(await shownOf(ctx, found), old.body), 409);
  return seeOther(sectionHref(place.strategyId, section.id), 'Volvimos al texto de entonces. El de antes sigue en la historia.');
}

/** A section of a strategy that is open. */
export type Found = { readonly opened: Opened; readonly section: Section; readonly place: Place };

/** The section that the address names, or a refusal. */
export async function sectionOf(ctx: Context, id = ctx.params.section): Promise<Found> {
  const opened = await openStrategy(ctx), section = opened.sections.find((one) => one.id === id && one.kind !== 'heading') ?? refuse('section_not_found');
  return { opened, section, place: { entityId: opened.strategy.entityId, strategyId: opened.strategy.id, section: section.id } };
}

/** What the pages of a section show. */
export async function shownOf(ctx: Context, found: Found): Promise<SectionShown> {
  const { opened: { strategy, texts, advice }, section } = found, { entityId, id } = strategy, isWriter = mayWrite(ctx);
  const [notes, assignments, writers, people] = await Promise.all([notesOf(ctx.db, entityId, id, section.id), assignmentsOf(ctx.db, entityId, id), writersOf(ctx.db, entityId, id, ctx.now), isWriter ? peopleOf(ctx) : []]);
  return {
    ctx, strategy, section, text: texts.get(section.id), advice: advice.filter((one) => one.section === section.id), threads: threadsOf(notes), mayWrite: isWriter, people, ...neighbours(found),
    assignment: assignments.find((one) => one.section === section.id), others: writers.filter((one) => one.section === section.id && one.personId !== ctx.person?.id),
  };
}

function neighbours({ opened: { sections }, section }: Found): { readonly previous: Section | undefined; readonly next: Section | undefined } {
  const written = sections.filter(({ kind }) => kind !== 'heading'), at = written.findIndex(({ id }) => id === section.id);
  return { previous: written[at - 1], next: written[at + 1] };
}

const peopleOf = async (ctx: Context): Promise<readonly Pick<Person, 'id' | 'name'>[]> =>
  (await listOfficers(ctx.db, plannerOf(ctx).entityId, peopleMax)).filter(({ disabled_at: gone, roles }) => gone === null && roles.some((role) => role === 'designer' || role === 'egov_head')).map(({ id, name }) => ({ id, name }));
