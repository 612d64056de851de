import { html, safeHref, type Child, type Html } from '../html.ts';
import { classes } from './attributes.ts';

/** One fact of a summary. */
export type SummaryRow = {
  readonly key: Child;
  readonly value: Child;
  /** What can be done about this fact; `hiddenText` names the fact for a screen reader («Cambiar» + «el domicilio»). */
  readonly action?: { readonly href: string; readonly text: string; readonly hiddenText?: string | undefined } | undefined;
};

/** Facts and their names, such as the answers before submitting. */
export function summaryList(rows: readonly SummaryRow[]): Html {
  const anyAction = rows.some((row) => row.action);
  return html`<dl class="govuk-summary-list">${rows.map((row) => summaryRow(row, anyAction))}</dl>`;
}

function summaryRow({ key, value, action }: SummaryRow, anyAction: boolean): Html {
  const link = action && html`<dd class="govuk-summary-list__actions"><a class="govuk-link" href="${safeHref(action.href)}">${action.text}${action.hiddenText && html`<span class="govuk-visually-hidden"> ${action.hiddenText}</span>`}</a></dd>`;
  return html`<div class="${classes('govuk-summary-list__row', anyAction && !action && 'govuk-summary-list__row--no-actions')}"><dt class="govuk-summary-list__key">${key}</dt><dd class="govuk-summary-list__value">${value}</dd>${link}</div>`;
}

/** A table with its name, its heads and its rows. */
export type Table = {
  /** What the table shows; a table always has a name, though it may be hidden. */
  readonly caption: Child;
  /** Where true, only screen readers are told the caption: the heading above already says it. */
  readonly captionHidden?: boolean | undefined;
  readonly head: readonly string[];
  /** Cells in the order of `head`. */
  readonly rows: readonly (readonly Child[])[];
  /** Columns of numbers, from 0, aligned at the right. */
  readonly numericColumns?: readonly number[] | undefined;
  /** Where true, the first cell of a row names the row. */
  readonly firstCellNames?: boolean | undefined;
  /** Where true, each row becomes a card on a telephone, each cell with the name of its column: for queues and wide lists. */
  readonly cards?: boolean | undefined;
};

/** A table; where it may be wider than the screen it scrolls by itself, or turns its rows into cards. */
export function table(shown: Table): Html {
  const numeric = (column: number) => shown.numericColumns?.includes(column) ?? false;
  const head = shown.head.map((text, column) => html`<th scope="col" class="${classes('govuk-table__header', numeric(column) && 'govuk-table__header--numeric')}">${text || html`<span class="govuk-visually-hidden">Acción</span>`}</th>`);
  const row = (cells: readonly Child[]) => html`<tr class="govuk-table__row">${cells.map((cell, column) => tableCell(shown, cell, column, numeric(column)))}</tr>`;
  const body = html`<table class="${classes('govuk-table', shown.cards && 'app-table--cards')}"><caption class="${shown.captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}">${shown.caption}</caption><thead class="govuk-table__head"><tr class="govuk-table__row">${head}</tr></thead><tbody class="govuk-table__body">${shown.rows.map(row)}</tbody></table>`;
  // A table that may scroll must be reachable by keyboard; links in it, as in a queue, are enough.
  const mayScroll = !shown.cards && shown.head.length > columnsWithoutScrollMax;
  return html`<div class="app-scroll"${mayScroll && html` role="group" tabindex="0"`}>${body}</div>`;
}

const columnsWithoutScrollMax = 4;

function tableCell(shown: Table, cell: Child, column: number, isNumeric: boolean): Html {
  const label = shown.cards && html` data-label="${shown.head[column]}"`;
  if (shown.firstCellNames && column === 0) return html`<th scope="row" class="govuk-table__header"${label}>${cell}</th>`;
  return html`<td class="${classes('govuk-table__cell', isNumeric && 'govuk-table__cell--numeric')}"${label}>${cell}</td>`;
}

/** One step of a list of tasks. */
export type TaskRow = {
  readonly title: Child;
  /** Where the task is done; left out while it can't be started. */
  readonly href?: string | undefined;
  readonly hint?: Child | undefined;
  /** «Completo», or a `tag`. */
  readonly status: Child;
};

/** What is left to do, in order. `id` makes the ids of the statuses, where a page has several lists. */
export const taskList = (tasks: readonly TaskRow[], id = 'tareas'): Html =>
  html`<ul class="govuk-task-list">${tasks.map((task, index) => taskItem(task, `${id}-${index + 1}`))}</ul>`;

function taskItem({ title, href, hint, status }: TaskRow, id: string): Html {
  const described = classes(hint ? `${id}-hint` : undefined, `${id}-status`);
  const name = href === undefined ? html`<div>${title}</div>` : html`<a class="govuk-link govuk-task-list__link" href="${safeHref(href)}" aria-describedby="${described}">${title}</a>`;
  return html`<li class="${classes('govuk-task-list__item', href !== undefined && 'govuk-task-list__item--with-link')}"><div class="govuk-task-list__name-and-hint">${name}${hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${hint}</div>`}</div><div class="govuk-task-list__status" id="${id}-status">${status}</div></li>`;
}

/** One event of a timeline. */
export type TimelineEntry = {
  /** When, in words: «20 de noviembre de 2026, 14:05»; or what it is waiting for. */
  readonly when: Child;
  readonly title: Child;
  readonly body?: Child | undefined;
  /** `done` has happened; `now` is being worked on; `next` is still to come; `attention` needs the reader; `refused` ended badly. */
  readonly kind?: TimelineKind | undefined;
};

export type TimelineKind = 'done' | 'now' | 'next' | 'attention' | 'refused';

/** What happened and what comes, in order. */
export const timeline = (entries: readonly TimelineEntry[]): Html =>
  html`<ol class="app-timeline">${entries.map(({ when, title, body, kind = 'done' }) => html`<li class="app-timeline__entry app-timeline__entry--${kind}"${kind === 'now' && html` aria-current="step"`}><p class="app-timeline__title">${timelineWord[kind] && html`<span class="govuk-visually-hidden">${timelineWord[kind]}: </span>`}${title}</p><p class="app-timeline__when">${when}</p>${body && html`<div class="app-timeline__body">${body}</div>`}</li>`)}</ol>`;

const timelineWord = { done: '', now: 'En curso', next: 'Por venir', attention: 'Requiere su atención', refused: 'No concedido' } as const satisfies Record<TimelineKind, string>;
