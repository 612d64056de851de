import { html, type Html } from '#kernel/html/html.ts';
import type { Change } from '../../domain/strategy/words.ts';

const keptMax = 300;

/** What changed between two texts, word by word: what is gone struck out, what is new underlined, and long stretches that stayed shortened in the middle. */
export const diffOf = (changes: readonly Change[]): Html => html`<p class="govuk-body app-diff">${changes.map(({ kind, text }) => (kind === 'same' ? shortened(text)
  : kind === 'gone' ? html`<del><span class="govuk-visually-hidden">se quitó: </span>${text}</del>` : html`<ins><span class="govuk-visually-hidden">se agregó: </span>${text}</ins>`))}</p>`;

const shortened = (text: string): string => (text.length > keptMax ? `${text.slice(0, keptMax / 2)} […] ${text.slice(-keptMax / 2)}` : text);
