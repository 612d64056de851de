import { localDateOf, sayDay } from '#kernel/clock.ts';
import { button, details, emptyState, linkButton, postForm, table, tag, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { criteria, weightMax, type Weights } from '../../domain/ranking/criteria.ts';
import { effortPoints, type Effort } from '../../domain/ranking/effort.ts';
import type { Gate, Part, Ranked, Spread } from '../../domain/ranking/rank.ts';
import type { Snapshot } from '../../store/rankings.ts';
import { downloads } from '../downloads.ts';
import { entryHref } from '../inventory/addresses.ts';
import { effortChart } from './chart.ts';

/** A ranked procedure with what else the page says of it. */
export type Line = Ranked & { readonly spread: Spread | undefined; readonly effort: Effort };

/** What the page of the ranking shows. */
export type Shown = {
  readonly ctx: Context; readonly entity: { readonly name: string }; readonly weights: Weights; readonly lines: readonly Line[]; readonly all: number;
  readonly snapshots: readonly Pick<Snapshot, 'id' | 'takenAt'>[]; readonly mayWrite: boolean;
};

const chartMax = 20;
const fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** Which procedures to digitise first, why, and how sure that is. */
export function rankingPage(shown: Shown): PageContent {
  const { ctx, entity, lines, all, mayWrite } = shown;
  return {
    title: 'Priorización', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/inventario', text: 'Inventario' },
    main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Priorización</h1>
      ${all === 0 ? html`${emptyState({ title: 'No hay nada que ordenar', body: 'Primero anote los trámites de la entidad en el inventario.' })}${linkButton({ href: '/plan/inventario', text: 'Ir al inventario' })}` : html`
        <p class="govuk-body">El orden sale de lo declarado en el inventario y del peso que la entidad da a cada criterio. Lo que una norma impide digitalizar queda al final, sin puesto.</p>
        ${mayWrite && weightsForm(ctx, shown.weights)}
        <h2 class="govuk-heading-m">Valor y esfuerzo</h2><p class="govuk-body">El esfuerzo es una primera idea sacada de la ficha, y no un presupuesto. Corríjalo donde sepa más. Donde varios trámites caen en el mismo lugar, «1 +3» es el primero y otros tres.</p>${effortChart(pointsOf(lines))}
        ${snapshotsPanel(shown)}<h2 class="govuk-heading-m">Orden</h2>${linesTable(lines, mayWrite)}${all > lines.length && html`<p class="govuk-body">Se muestran los primeros ${lines.length} de ${all}.</p>`}${downloads('/plan/priorizacion/exportacion')}`}`,
  };
}

const pointsOf = (lines: readonly Line[]) => lines.flatMap(({ place, score, effort, name }) => (place === undefined || place > chartMax ? [] : [{ place, name, value: score, effort: effortPoints(effort) }]));

const weightsForm = (ctx: Context, weights: Weights): Html => details({
  summary: 'Cambiar los pesos', body: postForm({ csrf: ctx.csrf, action: '/plan/priorizacion/pesos', body: html`${criteria.map(({ key, name, why }) =>
    textField({ id: `peso-${key}`, name: `peso-${key}`, label: name, hint: why, value: String(weights[key] ?? 0), width: 2, inputmode: 'numeric' }))}<p class="govuk-hint">De 0, que no cuenta, a ${weightMax}.</p>${button({ text: 'Ordenar con estos pesos' })}` }),
});

const gateTags: Readonly<Record<Gate, Html>> = {
  open: html``, needs_norm: tag({ text: 'Requiere cambiar una norma', colour: 'yellow' }), closed: tag({ text: 'Una norma lo impide', colour: 'red' }), unknown: tag({ text: 'Marco legal sin revisar', colour: 'grey' }),
};

const linesTable = (lines: readonly Line[], mayWrite: boolean): Html => table({
  caption: 'Trámites en orden', captionHidden: true, cards: true, head: ['Puesto', 'Trámite', 'Puntos', 'Si un peso cambia un 20 %', 'Esfuerzo'], numericColumns: [2],
  rows: lines.map((line) => [
    line.place === undefined ? '—' : String(line.place), html`<a class="govuk-link" href="${entryHref(line.slug)}">${line.name}</a> ${gateTags[line.gate]}${explained(line)}`, fine.format(line.score),
    saySpread(line), sayEffort(line, mayWrite),
  ]),
});

const points = (of: number): string => (of === 0 ? 'Poco' : `${of} de 100`);

function sayEffort({ slug, name, effort }: Line, mayWrite: boolean): Html {
  const { corrected, because } = effort, why = because.length === 0 ? '' : `: ${because.join('; ')}`;
  return html`${points(effortPoints(effort))}${corrected && html` <span class="app-small">(corregido)</span><br><span class="app-small">${corrected.reason}</span>`}${(corrected ?? because.length > 0) && html`<br><span class="app-small app-muted">${corrected ? `Calculado: ${points(effort.points).toLowerCase()}${why}` : because.join('; ')}</span>`}${
    mayWrite && html`<br><a class="govuk-link app-small" href="/plan/priorizacion/esfuerzo/${slug}">Corregir<span class="govuk-visually-hidden"> el esfuerzo de ${name}</span></a>`}`;
}

function saySpread({ place, spread }: Line): string {
  if (place === undefined || spread === undefined) return '—';
  return spread.best === spread.worst ? 'Sigue igual' : `Del ${spread.best} al ${spread.worst}`;
}

function explained({ parts, unknown, name }: Line): Html {
  const names = unknown.map((key) => criteria.find((one) => one.key === key)?.name ?? key);
  return details({
    summary: html`Cómo se calculó<span class="govuk-visually-hidden">: ${name}</span>`,
    body: html`<ul class="govuk-list govuk-list--bullet">${parts.filter(({ points }) => points > 0).map((part) => html`<li>${sayPart(part)}</li>`)}</ul>${names.length > 0 && html`<p class="govuk-body">Falta en la ficha, y por eso no suma: ${names.join(', ')}.</p>`}`,
  });
}

function sayPart({ key, figure, points }: Part): string {
  const criterion = criteria.find((one) => one.key === key);
  return `${criterion?.name ?? key}: ${fine.format(figure ?? 0)} ${criterion?.unit ?? ''}, ${fine.format(points)} puntos`;
}

function snapshotsPanel({ ctx, snapshots, mayWrite }: Shown): Html {
  return html`<h2 class="govuk-heading-m">Órdenes guardados</h2><p class="govuk-body">Guarde el orden cuando decida con él: después podrá ver qué cambió y por qué.</p>
    ${snapshots.length > 0 && html`<ul class="govuk-list">${snapshots.map(({ id, takenAt }) => html`<li><a class="govuk-link" href="/plan/priorizacion/${id}">Orden del ${sayDay(localDateOf(takenAt))}</a></li>`)}</ul>`}
    ${mayWrite && postForm({ csrf: ctx.csrf, action: '/plan/priorizacion', body: button({ text: 'Guardar este orden', kind: 'secondary' }) })}`;
}
