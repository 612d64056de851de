import { readPage, type Answers, type PageReading } from '#modules/forms/index.ts';
import { page, postedText, revisionSeen, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { addPart, changePart, removePart } from '../actions/parts.ts';
import { onlyPage, partForms } from '../content/forms.ts';
import { isOpen, sideOf, type Examination } from '../domain/examination.ts';
import { rowsOf, textOf, type Part, type PartKind } from '../domain/parts.ts';
import { refuse } from '../errors.ts';
import { examinationHref, parseKind } from '../pages/addresses.ts';
import { partPage } from '../pages/part-page.ts';
import { findExamination } from '../store/examinations.ts';
import { findPart, partsOf } from '../store/parts.ts';
import { actorOf, openExamination } from './viewer.ts';

type Around = { readonly findings: readonly Part[]; readonly parents: readonly Part[] };

// What a part may be tied to: findings, and recommendations that stand by themselves.
async function aroundOf(ctx: Context, examination: Examination): Promise<Around> {
  const parts = await partsOf(ctx.db, examination);
  return { findings: parts.filter(({ kind }) => kind === 'finding'), parents: parts.filter(({ kind, parentId }) => kind === 'recommendation' && parentId === null) };
}

const kindIn = ({ params }: Context): PartKind => parseKind(params.kind) ?? refuse('part_not_found');

/** `GET /control/examenes/:id/partes/:kind`: the form of a new request, finding or recommendation. */
export async function askPart(ctx: Context): Promise<Answer> {
  const examination = await openExamination(ctx), kind = kindIn(ctx);
  return page(partPage(ctx, { examination, kind, answers: kind === 'request' ? { resultado: 'pendiente' } : {}, ...await aroundOf(ctx, examination) }));
}

/** `POST /control/examenes/:id/partes/:kind`: adds it under the next code. */
export async function keepNewPart(ctx: Context): Promise<Answer> {
  const examination = await openExamination(ctx), kind = kindIn(ctx), around = await aroundOf(ctx, examination), parent = around.parents.find(({ id }) => id === postedText(ctx, 'padre'));
  const reading = readPart(ctx, kind, {}), answers = tied(ctx, kind, reading.answers, examination, around);
  if (reading.stay || reading.errors.length > 0) return page(partPage(ctx, { examination, kind, answers, state: reading, parent, ...around }), reading.errors.length > 0 ? 422 : 200);
  const { code } = await addPart(ctx.db, actorOf(ctx), examination, { kind, answers, parent }, ctx.now);
  return seeOther(examinationHref(examination.id), `Agregamos ${code}.`);
}

/** `GET /control/partes/:id`: the form of a part that is there. */
export async function showPart(ctx: Context): Promise<Answer> {
  const { part, examination } = await partIn(ctx);
  return page(partPage(ctx, { examination, kind: part.kind, part, answers: part.answers, ...await aroundOf(ctx, examination) }));
}

/** `POST /control/partes/:id`: keeps it, or shows what must be put right. */
export async function keepPart(ctx: Context): Promise<Answer> {
  const { part, examination } = await partIn(ctx), seen = { ...part, revision: revisionSeen(ctx, part.revision) }, around = await aroundOf(ctx, examination);
  const reading = readPart(ctx, part.kind, part.answers), answers = tied(ctx, part.kind, reading.answers, examination, around);
  if (reading.stay || reading.errors.length > 0) return page(partPage(ctx, { examination, kind: part.kind, part: seen, answers, state: reading, ...around }), reading.errors.length > 0 ? 422 : 200);
  await changePart(ctx.db, actorOf(ctx), examination, seen, answers, ctx.now);
  return seeOther(examinationHref(examination.id), `Guardamos ${part.code}.`);
}

/** `POST /control/partes/:id/retiro`: takes it out of the examination. */
export async function dropPart(ctx: Context): Promise<Answer> {
  const { part, examination } = await partIn(ctx);
  await removePart(ctx.db, actorOf(ctx), examination, part, ctx.now);
  return seeOther(examinationHref(examination.id), `Quitamos ${part.code}.`);
}

async function partIn(ctx: Context): Promise<{ readonly part: Part; readonly examination: Examination }> {
  const part = (await findPart(ctx.db, parseId(ctx.params.id))) ?? refuse('part_not_found'), examination = await findExamination(ctx.db, part.examinationId);
  if (examination === undefined || sideOf(actorOf(ctx), examination) !== 'examiner') return refuse('part_not_found');
  return isOpen(examination) ? { part, examination } : refuse('already_issued');
}

const readPart = (ctx: Context, kind: PartKind, answers: Answers): PageReading => readPage(partForms[kind], onlyPage(partForms[kind]).id, ctx.form, answers, { now: ctx.now });

// To what the part is tied, of what there is to be tied to; anything else that was posted is left out.
function tied(ctx: Context, kind: PartKind, answers: Answers, examination: Examination, { findings }: Around): Answers {
  const { aspecto: _, hallazgos: __, ...rest } = answers, aspect = postedText(ctx, 'aspecto'), chosen = ctx.form.hallazgos ?? [];
  if (kind === 'finding') return { ...rest, ...(rowsOf(examination.answers, 'aspectos').some((row) => textOf(row, 'nombre') === aspect) ? { aspecto: aspect } : {}) };
  return kind === 'recommendation' ? { ...rest, hallazgos: findings.map(({ code }) => code).filter((code) => chosen === code || (Array.isArray(chosen) && chosen.includes(code))) } : rest;
}
