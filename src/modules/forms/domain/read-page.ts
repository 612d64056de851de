import type { FormBody } from '#kernel/http/types.ts';
import { refuse } from '../errors.ts';
import { drawnRows } from './drawn-rows.ts';
import { isNamed, isOpen } from './openness.ts';
import { fills } from './pages.ts';
import { textOf } from './posted.ts';
import { readFields } from './read-fields.ts';
import { resolve, type Place } from './resolve.ts';
import { readAction } from './row-actions.ts';
import { errorOf } from './validate.ts';
import type { Answers, Entered, Field, FieldError, Form, FormContext, FormPage, Reading, Received } from './types.ts';

/** What a posted page came to. Keep `answers` in the draft in any case; go on only without errors and without `stay`. */
export type PageReading = {
  /** All answers; only those of this page can have changed. What could not be understood is not among them. */
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** What was typed and could not be understood, for `renderPage`. */
  readonly entered: Entered;
  /** Show the same page again although nothing may be wrong: a row was added, a file taken away, or an answer made new questions appear. */
  readonly stay: boolean;
  /** An answer of this post made new questions appear, for `renderPage`. */
  readonly asksMore: boolean;
};

/** What a page shows of the post that led to it. */
export type PostedState = Pick<PageReading, 'errors' | 'entered' | 'asksMore'>;

/** A page that nobody has posted yet. */
export const unposted: PostedState = { errors: [], entered: {}, asksMore: false };

export type ReadOptions = {
  /** Files that the documents module received with this post, by the path of their field; `problem` is the sentence where it refused one. */
  readonly uploads?: Received;
  /** When an officer asked for corrections: the ids of the fields that may change. The others stay as they are. */
  readonly only?: readonly string[];
};

/**
 * Understands what was posted on one page. Whatever is in `body`, it gives a sentence and never throws;
 * only a page that does not exist or is not this viewer's is refused.
 */
export function readPage(form: Form, pageId: string, body: FormBody, answers: Answers, context: FormContext, options: ReadOptions = {}): PageReading {
  const page = form.pages.find(({ id }) => id === pageId);
  if (page === undefined || !fills(page, context)) return refuse('page_not_found');
  const { uploads = {}, only } = options;
  const action = readAction(body);
  const open = openFields(form, page, answers, context, only);
  const read = readFields(open, { body, stored: answers, uploads }, context, action);
  const merged = { ...without(answers, open.map(({ id }) => id)), ...read.values };
  const resolved = resolve(form, merged, context);
  const places = (resolved.pages.find((shown) => shown.page === page)?.places ?? []).filter((place) => isOpen(place, only));
  const news = appeared(page, body, places);
  const problems = refusedUploads(page, uploads);
  const errors = action === undefined ? places.flatMap((place) => errorsOf(place, read.readings)).filter(({ field }) => !news.has(field)) : [];
  const others = errors.filter(({ field }) => !problems.some((problem) => problem.field === field));
  return { answers: shownOf(page, merged, resolved.answers), errors: [...others, ...problems], entered: read.entered, stay: action !== undefined || news.size > 0, asksMore: action === undefined && news.size > 0 };
}

/** What this post may change. Without an officer's list also what is hidden still, because an answer of the same post may show it. */
function openFields(form: Form, page: FormPage, answers: Answers, context: FormContext, only: readonly string[] | undefined): readonly Field[] {
  const places = resolve(form, answers, context).pages.find((shown) => shown.page === page)?.places ?? [];
  return page.fields.filter((field) => isNamed(field.id, only) || places.some((place) => place.field === field && isOpen(place, only)));
}

/** Name of the hidden text that lists the questions that were on the page. */
export const shownFieldsName = 'mostrados';

/** That text for a page: a question that appears only after posting is shown before it is demanded. */
export const shownFieldsText = (page: FormPage, places: readonly Place[]): string => [`@${page.id}`, ...places.flatMap((place) => [place, ...drawnRows(place).flat()]).map(({ path }) => path)].join(',');

function appeared(page: FormPage, body: FormBody, places: readonly Place[]): ReadonlySet<string> {
  const before = new Set(textOf(body, shownFieldsName).split(','));
  if (!before.has(`@${page.id}`)) return new Set();
  return new Set(withRows(places).filter(({ path, field }) => !before.has(path) && !field.behaviour.asksNothing && !field.behaviour.calculate).map(({ path }) => path));
}

const withRows = (places: readonly Place[]): readonly Place[] => places.flatMap((place) => [place, ...(place.rows?.flat() ?? [])]);

function errorsOf(place: Place, readings: ReadonlyMap<string, Reading>): readonly FieldError[] {
  const reading = place.field.fields ? place.field.behaviour.check(place.value, place.asked) : readings.get(place.path);
  const own = reading && errorOf(place, reading);
  return [...(own ? [own] : []), ...(place.rows?.flat().flatMap((inner) => errorsOf(inner, readings)) ?? [])];
}

const refusedUploads = (page: FormPage, uploads: Received): readonly FieldError[] =>
  Object.entries(uploads).flatMap(([field, { problem }]) => (problem === undefined ? [] : [{ field, page: page.id, message: problem }]));

/** Answers of this page whose question is hidden are dropped; those of other pages wait until submission, in case the person turns back. */
function shownOf(page: FormPage, merged: Answers, settled: Answers): Answers {
  const ids = page.fields.map(({ id }) => id);
  return { ...without(merged, ids), ...Object.fromEntries(Object.entries(settled).filter(([id]) => ids.includes(id))) };
}

const without = (answers: Answers, ids: readonly string[]): Answers => Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));
