import { insetText, summaryList, table } from '#kernel/html/components.ts';
import { html, trusted, type Html } from '#kernel/html/html.ts';
import type { OfficeText } from '../domain/text.ts';
import { pendingMark, prepare, type Piece, type Words } from '../texts/prepared.ts';

/** A text as a page shows it: its title is the one `h1`, its headings follow from `h2` on. Pictures stand in the page with their words. */
export function textPage(given: OfficeText): Html {
  const text = prepare(given, true);
  const facts = [...text.cover, ['Fecha', text.daySaid] as const, ...(text.code === '' ? [] : [['Código', text.code] as const])];
  return html`
    <span class="govuk-caption-l">${text.entity}</span>
    <h1 class="govuk-heading-l">${text.title}</h1>
    ${text.subtitle !== '' && html`<p class="govuk-body-l">${text.subtitle}</p>`}
    ${summaryList(facts.map(([key, value]) => ({ key, value })))}
    ${text.contents && contentsOf(text.pieces)}
    ${text.pieces.map(show)}`;
}

// More columns do not fit beside each other on a telephone: there each row becomes a card.
const columnsBesideMax = 2;
const contentsLevelMax = 2;

const contentsOf = (pieces: readonly Piece[]): Html => html`
  <nav aria-label="Contenido"><h2 class="govuk-heading-m">Contenido</h2><ul class="govuk-list">
    ${pieces.map((piece) => piece.kind === 'heading' && piece.level <= contentsLevelMax && html`<li><a class="govuk-link" href="#${piece.anchor}">${piece.text}</a></li>`)}
  </ul></nav>`;

function show(piece: Piece): Html {
  switch (piece.kind) {
    case 'heading': return heading(piece);
    case 'paragraph': return paragraph(piece);
    case 'list': return list(piece);
    case 'facts': return summaryList(piece.rows.map(([key, value]) => ({ key, value: inline(value) })));
    case 'table': return html`${table({ caption: html`<span class="govuk-heading-s">${piece.caption}</span>`, cards: piece.head.length > columnsBesideMax, head: piece.head, rows: piece.rows.map((row) => row.map(inline)), numericColumns: piece.numeric.flatMap((numeric, at) => (numeric ? [at] : [])) })}${sourceOf(piece)}`;
    case 'figure': return html`<figure class="app-figure"><figcaption class="app-figure__title">${piece.caption}</figcaption>${picture(piece)}${sourceOf(piece)}</figure>`;
    case 'break': return html`<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">`;
  }
}

function heading({ level, text, anchor }: Extract<Piece, { kind: 'heading' }>): Html {
  if (level === 1) return html`<h2 class="govuk-heading-m" id="${anchor}">${text}</h2>`;
  if (level === 2) return html`<h3 class="govuk-heading-s" id="${anchor}">${text}</h3>`;
  return level === 3 ? html`<h4 class="govuk-heading-s" id="${anchor}">${text}</h4>` : html`<h5 class="govuk-heading-s" id="${anchor}">${text}</h5>`;
}

function paragraph({ words, tone }: Extract<Piece, { kind: 'paragraph' }>): Html {
  if (tone === 'pending') return insetText(html`<strong>${pendingMark}</strong> ${inline(words)}`);
  return html`<p class="${tone === 'note' ? 'govuk-body app-muted' : 'govuk-body'}">${inline(words)}</p>`;
}

const list = ({ ordered, items }: Extract<Piece, { kind: 'list' }>): Html => {
  const shown = items.map((item) => html`<li>${inline(item)}</li>`);
  return ordered ? html`<ol class="govuk-list govuk-list--number">${shown}</ol>` : html`<ul class="govuk-list govuk-list--bullet">${shown}</ul>`;
};

const sourceOf = ({ source }: { readonly source?: string }): Html | undefined => (source === undefined ? undefined : html`<p class="govuk-body-s app-muted">Fuente: ${source}</p>`);

// The whole picture is one image for whoever hears the page: what it shows is in its words.
const picture = ({ svg, narrow, alt }: Extract<Piece, { kind: 'figure' }>): Html => (narrow === undefined
  ? html`<div role="img" aria-label="${alt}">${trusted(svg)}</div>`
  : html`<div class="app-figure__wide" role="img" aria-label="${alt}">${trusted(svg)}</div><div class="app-figure__narrow" role="img" aria-label="${alt}">${trusted(narrow)}</div>`);

const inline = (words: readonly Words[]): readonly Html[] => words.map(({ text, strong, emphasis, href }) => {
  const plain = strong ? html`<strong>${text}</strong>` : emphasis ? html`<em>${text}</em>` : html`${text}`;
  return href === undefined ? plain : html`<a class="govuk-link" href="${href}">${plain}</a>`;
});
