import { resolve } from './resolve.ts';
import type { Answers, Form, FormContext, FormPage } from './types.ts';

/** The pages that this viewer fills in, in order: an applicant never gets officers' pages, an officer only those. */
export const visiblePages = (form: Form, answers: Answers, context: FormContext): readonly FormPage[] =>
  resolve(form, answers, context).pages.map(({ page }) => page).filter((page) => fills(page, context));

/** Whether a page is this viewer's to fill in. */
export const fills = (page: FormPage, { viewer = 'applicant' }: Pick<FormContext, 'viewer'>): boolean => page.officerOnly === (viewer === 'officer');

/** The page after, or `undefined` after the last: then come the review and the submission. */
export function nextPage(form: Form, pageId: string, answers: Answers, context: FormContext): FormPage | undefined {
  const after = form.pages.slice(form.pages.findIndex(({ id }) => id === pageId) + 1);
  return first(after, visiblePages(form, answers, context));
}

/** The page before, or `undefined` before the first. */
export function previousPage(form: Form, pageId: string, answers: Answers, context: FormContext): FormPage | undefined {
  const before = form.pages.slice(0, Math.max(0, form.pages.findIndex(({ id }) => id === pageId)));
  return first(before.reverse(), visiblePages(form, answers, context));
}

const first = (candidates: readonly FormPage[], visible: readonly FormPage[]): FormPage | undefined =>
  candidates.find((candidate) => visible.includes(candidate));
