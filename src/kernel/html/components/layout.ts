import { html, type Child, type Html } from '../html.ts';
import { attributes } from './attributes.ts';
import { legendOf, type TextSize } from './field.ts';

/** Words that only a screen reader says. */
export const visuallyHidden = (text: Child): Html => html`<span class="govuk-visually-hidden">${text}</span>`;

/** Fields that belong together, such as the lines of an address. */
export type Fieldset = {
  readonly legend: Child;
  /** Size of the legend; `m` when left out. */
  readonly legendSize?: TextSize | undefined;
  /** Where the legend is the only heading of the page, it is also its `h1`. */
  readonly isPageHeading?: boolean | undefined;
  readonly hint?: Child | undefined;
  /** Id of the hint; needed only where there is one. */
  readonly id?: string | undefined;
  readonly body: Child;
};

/** Fields that belong together, under one legend. */
export function fieldset({ legend, legendSize = 'm', isPageHeading, hint, id = 'grupo', body }: Fieldset): Html {
  const described = attributes({ 'aria-describedby': hint ? `${id}-hint` : undefined });
  return html`<fieldset class="govuk-fieldset"${described}>${legendOf(legend, { labelSize: legendSize, isPageHeading })}${hint && html`<div id="${id}-hint" class="govuk-hint">${hint}</div>`}${body}</fieldset>`;
}

/** Two columns side by side from 900 px on, such as a form and the file it speaks of; one under the other on a telephone. Needs a `wide` page. */
export const sideBySide = (left: Child, right: Child): Html => html`<div class="app-side-by-side"><div>${left}</div><div>${right}</div></div>`;

/** Text of a comfortable width and what goes beside it, such as related procedures. */
export const mainAndAside = (main: Child, aside: Child): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${main}</div><aside class="govuk-grid-column-one-third app-aside">${aside}</aside></div>`;

/** A form that posts: `csrf` is `ctx.csrf`; `action` left out posts to the same address. */
export type PostForm = {
  readonly csrf: Html;
  readonly body: Child;
  readonly action?: string | undefined;
  /** Where true, files may be sent: the fields come in order, the token first. */
  readonly multipart?: boolean | undefined;
  readonly id?: string | undefined;
};

/** A form that posts, with its token first. The browser's own checks are off: ours are in Spanish and say what to do. */
export const postForm = ({ csrf, body, action, multipart, id }: PostForm): Html =>
  html`<form${attributes({ id, action, method: 'post', enctype: multipart ? 'multipart/form-data' : undefined, novalidate: true })}>${csrf}${body}</form>`;
