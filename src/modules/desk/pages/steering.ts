import { html } from '#kernel/html/html.ts';
import type { FormBody } from '#kernel/http/index.ts';
import type { Steering } from '../case/viewer.ts';
import { textIn } from '../posted-text.ts';

/** Name of the buttons that turn pages while something is being written. */
export const steerName = 'ver';
const keptName = 'abierto';

/** Steers with buttons of a form: the page comes back with what was written and another page open. */
export const steeringOf = (form: string): Steering => ({ file, page }, text) =>
  html`<button type="submit" class="app-link-button" form="${form}" name="${steerName}" value="${file}:${page}">${text}</button>`;

/** Which file and page the form asks for, or had open before. */
export function wantedOf(body: FormBody): { readonly file?: string | undefined; readonly page?: string | undefined } {
  const [file, page] = (textIn(body, steerName) || textIn(body, keptName)).split(':');
  return { file, page };
}

/** Remembers what is open when the form is sent for another reason. */
export const keptField = (body: FormBody) => html`<input type="hidden" name="${keptName}" value="${textIn(body, steerName) || textIn(body, keptName)}">`;
