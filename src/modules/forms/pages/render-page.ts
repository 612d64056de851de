import { button, buttonGroup, errorSummary, hiddenField, insetText, postForm, stepIndicator } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import { sayText, type Language } from '#kernel/text.ts';
import { visiblePages } from '../domain/pages.ts';
import { isOpen } from '../domain/openness.ts';
import { shownFieldsName, shownFieldsText } from '../domain/read-page.ts';
import { resolve, type Place } from '../domain/resolve.ts';
import { summarise } from '../domain/summarise.ts';
import type { Answers, Correction, Entered, FieldError, Form, FormContext, FormPage } from '../domain/types.ts';
import { renderField, type Look } from './render-field.ts';
import { renderSummary } from './render-summary.ts';

export type RenderOptions = {
  /** `ctx.csrf`. */
  readonly csrf: Html;
  readonly context: FormContext;
  /** Address that the page posts to; the same page when absent. */
  readonly action?: string;
  /** What was typed and could not be understood: `entered` of `readPage`. */
  readonly entered?: Entered;
  readonly language?: Language;
  /** Only these fields can be changed, each with the officer's reason; the others are only shown. */
  readonly corrections?: readonly Correction[];
  /** Text of the main button; «Guardar y continuar» when absent. */
  readonly submitText?: string;
  /** What stands beside the main button, such as a link or a second button (`name="accion"`). */
  readonly beside?: Child;
  /** An answer made new questions appear: `asksMore` of `readPage`. Whoever can't see the page change is told. */
  readonly asksMore?: boolean;
  /** What the form belongs to, above the steps; errors stand before it. */
  readonly caption?: string;
  /** What stands under the heading, such as why a correction is asked. */
  readonly lead?: Child;
  /** `false` where the page stands inside another one that has its own heading and steps, such as an officer's task. */
  readonly isWholePage?: boolean;
};

/** One page of a form, ready to stand in `main`: steps, heading, error summary, fields, button. Works without JavaScript. */
export function renderPage(form: Form, page: FormPage, answers: Answers, errors: readonly FieldError[], options: RenderOptions): Html {
  const { csrf, action, corrections, language = 'es' } = options;
  const only = corrections?.map(({ field }) => field);
  const open = openPlaces(form, page, answers, options);
  const heading = headingField(page, open, options);
  const body = html`${defaultButton(open)}${drawn(page, open, errors, options, heading)}${buttons(options)}`;
  return html`${errorSummary(errors.map(({ field, message }) => ({ href: `#${field}`, text: message })))}${options.caption && html`<span class="govuk-caption-l">${options.caption}</span>`}${options.isWholePage !== false && html`${steps(form, page, answers, options)}${heading === undefined && html`<h1 class="govuk-heading-l">${sayText(page.title, language)}</h1>`}`}${options.asksMore && errors.length === 0 && insetText('Por lo que respondió hay algo más que completar en esta página.')}${options.lead}${
    page.intro && html`<p class="govuk-body">${sayText(page.intro, language)}</p>`}${postForm({ csrf, body, action, multipart: needsMultipart(page) })}${only && unchanged(form, page, answers, options, open)}`;
}

/**
 * The fields of a page alone, for a form that has more in it, such as an officer's task: token, error summary and buttons are the caller's.
 * `readPage` understands what is posted.
 */
export const renderFields = (form: Form, page: FormPage, answers: Answers, errors: readonly FieldError[], options: Omit<RenderOptions, 'csrf'>): Html =>
  drawn(page, openPlaces(form, page, answers, options), errors, options, undefined);

function openPlaces(form: Form, page: FormPage, answers: Answers, { context, corrections }: Omit<RenderOptions, 'csrf'>): readonly Place[] {
  const places = resolve(form, answers, context).pages.find((shown) => shown.page === page)?.places ?? [];
  const only = corrections?.map(({ field }) => field);
  return places.filter((place) => isOpen(place, only));
}

function drawn(page: FormPage, open: readonly Place[], errors: readonly FieldError[], { entered = {}, language = 'es', corrections = [] }: Omit<RenderOptions, 'csrf'>, heading: string | undefined): Html {
  const look: Look = { errors, entered, language, corrections, heading };
  return html`${hiddenField(shownFieldsName, shownFieldsText(page, open))}${open.map((place) => renderField(place, look))}`;
}

/** Whether the page has a field for files, so that its form comes as `multipart/form-data`. */
export const needsMultipart = (page: FormPage): boolean => page.fields.some((field) => field.behaviour.upload ?? field.fields?.some((inner) => inner.behaviour.upload));

/** A page of one question has that question as its heading (GOV.UK: one thing per page). */
function headingField(page: FormPage, open: readonly Place[], { isWholePage, corrections, language = 'es' }: RenderOptions): string | undefined {
  const [place, second] = open;
  const isOnly = place !== undefined && second === undefined && page.fields.length === 1 && corrections === undefined && isWholePage !== false;
  return isOnly && !place.field.behaviour.asksNothing && sayText(place.field.label, language) === sayText(page.title, language) ? place.path : undefined;
}

function steps(form: Form, page: FormPage, answers: Answers, { context, language, corrections }: RenderOptions): Html | false {
  const pages = visiblePages(form, answers, context);
  const at = pages.indexOf(page);
  return corrections === undefined && pages.length > 1 && at >= 0 && stepIndicator(at + 1, pages.length, sayText(page.title, language));
}

/**
 * Enter in a box presses the first button of a form. Where that would be «Quitar», a first one that only the browser sees goes on
 * instead; keyboards and screen readers pass it by.
 */
function defaultButton(places: readonly Place[]): Html | false {
  const hasOthers = places.some(({ field, value }) => field.fields !== undefined || (field.behaviour.upload !== undefined && value !== undefined));
  return hasOthers && html`<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Continuar</button>`;
}

const buttons = ({ submitText, beside }: RenderOptions): Html => buttonGroup(button({ text: submitText ?? 'Guardar y continuar' }), beside);

/** In a correction, what the officer did not observe is shown as it is. */
function unchanged(form: Form, page: FormPage, answers: Answers, { context, language }: RenderOptions, open: readonly Place[]): Html | false {
  const section = summarise(form, answers, context, language).find((one) => one.page === page.id);
  const rows = section?.rows.filter(({ field }) => !open.some(({ path }) => path === field.split('.', 1)[0])) ?? [];
  return section !== undefined && rows.length > 0 && renderSummary([{ ...section, title: 'Lo que no cambia', rows }]);
}
