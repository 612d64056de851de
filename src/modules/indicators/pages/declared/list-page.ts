import { emptyState, linkButton, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Board } from '../../domain/dashboard/frame.ts';
import type { NamedDeclaration } from '../../store/declared/declarations.ts';
import { sayFigure, sayPeriodKey } from '../words.ts';
import { declarationHref } from './addresses.ts';
import { contestsHref } from './contest-pages.ts';
import { evidenceTag, stateTag } from './parts.ts';

/** What the list of declared figures shows. */
export type Listed = {
  readonly board: Board; readonly waiting: readonly NamedDeclaration[]; readonly lines: readonly NamedDeclaration[]; readonly next: string | undefined; readonly today: LocalDate;
  /** Whether the lines are those of every entity. */
  readonly ofAll: boolean; readonly mayWrite: boolean; readonly waits: boolean;
};

/** What waits for this person, and what was declared. */
export const listPage = (listed: Listed): PageContent => ({
  title: 'Indicadores declarados', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan', text: 'Planificación' },
  main: html`<h1 class="govuk-heading-l">Indicadores declarados</h1>
    <p class="govuk-body">Lo que el sistema no puede contar por sí solo lo declara la entidad, con un documento que lo demuestra. Lo aprueba quien coordina la línea y lo acepta la AGETIC; recién entonces se ve en el <a class="govuk-link" href="/tablero">tablero</a>.</p>
    <p class="govuk-body">Lo que el sistema cuenta no se declara: si está mal, se <a class="govuk-link" href="${contestsHref}">impugna</a>.</p>
    ${listed.mayWrite && html`<p class="govuk-body">${linkButton({ href: '/plan/indicadores/nueva', text: 'Declarar un indicador' })}</p>`}
    ${listed.waits && html`<h2 class="govuk-heading-m">Esperan por usted</h2>${listed.waiting.length === 0 ? emptyState({ title: 'Nada espera por usted', body: 'Cuando una entidad envíe una declaración que le toca revisar, la verá aquí.' }) : linesTable(listed, listed.waiting, 'Esperan por usted')}`}
    <h2 class="govuk-heading-m">${listed.ofAll ? 'De todas las entidades' : 'De su entidad'}</h2>
    ${listed.lines.length === 0 ? emptyState({ title: 'Todavía no hay declaraciones', body: listed.mayWrite ? 'Empiece con un indicador que le toque a su entidad, y tenga a mano el documento que lo demuestra.' : 'Aparecen aquí cuando la entidad las escribe.' }) : linesTable(listed, listed.lines, 'Declaraciones')}
    ${listed.next !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="/plan/indicadores?antes=${listed.next}">Más declaraciones</a></p>`}`,
});

const linesTable = ({ board, today }: Listed, lines: readonly NamedDeclaration[], caption: string): Html => table({
  caption, captionHidden: true, cards: true, firstCellNames: true, numericColumns: [2], head: ['Indicador', 'Periodo', 'Valor', 'Estado', 'Entidad'],
  rows: lines.map((line) => {
    const indicator = board.indicators.find(({ code }) => code === line.indicator);
    return [html`<a class="govuk-link" href="${declarationHref(line.id)}">Meta ${line.indicator}${indicator && html`: ${indicator.name}`}</a>`, sayPeriodKey(line.period), sayFigure(indicator ?? { unit: '' }, line.value), html`${stateTag(line.state)} ${evidenceTag(line, today)}`, line.entityName];
  }),
});
