import { details, table } from '../html/components.ts';
import { html, trusted, type Html } from '../html/html.ts';
import type { Chart } from './chart.ts';

/** The drawing that suits the screen, its title, and the same values as a table behind a line that opens it; on paper the table is there too. */
export const chartFigure = ({ title, svg, narrow, head, rows }: Chart): Html => html`<figure class="app-figure"><figcaption class="app-figure__title">${title}</figcaption><div class="app-figure__wide">${trusted(svg)}</div><div class="app-figure__narrow">${trusted(narrow)}</div>${rows.length > 0 && details({
  summary: 'Ver los datos en una tabla', body: table({ caption: title, captionHidden: true, head: head.map((name) => (name === '' ? 'Nombre' : name)), rows, cards: rows.length > 0 && head.length > cardsFrom, firstCellNames: true }),
})}</figure>`;

const cardsFrom = 3;
