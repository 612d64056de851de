import { sayInstant } from '#kernel/clock.ts';
import { button, errorSummary, fileField, postForm, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { LoggedImport, Outcome } from '../../store/import-log.ts';
import type { ImportHead, ImportSource } from '../../store/imports.ts';
import type { WeeklySource } from '../../store/weekly-sources.ts';
import { importHref } from './addresses.ts';
import { sayReading } from './weekly-page.ts';

/** What the page that asks for a file shows. */
export type Shown = { readonly ctx: Context; readonly problem: string | undefined; readonly waiting: readonly ImportHead[]; readonly logged: readonly LoggedImport[]; readonly weekly: WeeklySource | undefined };

/** Asks for a file, and says what waits and what became of the last ones. */
export const askFilePage = ({ ctx, problem, waiting, logged, weekly }: Shown): PageContent => ({
  title: 'Subir un archivo', section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: '/plan/inventario', text: 'Inventario' },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#archivo', text: problem }])}<h1 class="govuk-heading-l">Subir un archivo</h1>
    ${waitingPanel(waiting)}
    <p class="govuk-body">Suba una planilla (ODS, XLSX o CSV) con un trámite por fila, o el archivo del portal del Estado. Antes de cambiar nada le mostramos qué es nuevo, qué cambia y qué no se entiende.</p>
    ${postForm({ csrf: ctx.csrf, multipart: true, body: html`${fileField({ id: 'archivo', name: 'archivo', label: 'Archivo', hint: 'ODS, XLSX o CSV hasta 20 MB; JSONL del portal o de este sistema hasta 64 MB. Hasta 10.000 trámites.', accept: '.ods,.xlsx,.csv,.jsonl,.json,.txt', error: problem })}${button({ text: 'Revisar el archivo' })}` })}
    <p class="govuk-body">¿Empieza de cero? <a class="govuk-link" href="/plan/inventario/plantilla">Descargue una planilla vacía y vea qué va en cada columna</a>.</p>
    ${weeklyPanel(ctx, weekly)}${loggedPanel(logged)}`,
});

const weeklyHref = '/plan/inventario/semanal';

function weeklyPanel(ctx: Context, weekly: WeeklySource | undefined): Html {
  if (!weekly) return html`<h2 class="govuk-heading-m">Cada semana, sin subirlo</h2><p class="govuk-body">El sistema puede buscar el archivo cada semana y avisar qué cambió. <a class="govuk-link" href="${weeklyHref}">Decir dónde está</a>.</p>`;
  return html`<h2 class="govuk-heading-m">Cada semana, sin subirlo</h2><p class="govuk-body">${sayReading(weekly)} <a class="govuk-link" href="${weeklyHref}">Cambiar dónde se busca</a>.</p>
    ${postForm({ csrf: ctx.csrf, action: `${weeklyHref}/ahora`, body: button({ text: 'Buscar ahora', kind: 'secondary' }) })}`;
}

const from: Readonly<Record<ImportSource, string>> = { upload: 'Subido', address: 'De la dirección', folder: 'De la carpeta' };

function waitingPanel(waiting: readonly ImportHead[]): Html {
  if (waiting.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Esperan su revisión</h2><ul class="govuk-list govuk-list--spaced">${waiting.map((one) => html`<li><a class="govuk-link" href="${importHref(one.id)}">${one.fileName}</a>: ${sayStage(one)}. ${from[one.source]} el ${sayInstant(one.createdAt)}.</li>`)}</ul>`;
}

function sayStage({ stage, counts }: ImportHead): string {
  if (stage === 'ready') return sayCounts(counts?.new ?? 0, counts?.changed ?? 0);
  return { reading: 'se está leyendo', comparing: 'se está comparando', mapping: 'falta decir qué es cada columna', failed: 'no se pudo leer' }[stage];
}

const sayCounts = (fresh: number, changed: number): string => `${fresh === 1 ? '1 nuevo' : `${fresh} nuevos`} y ${changed === 1 ? '1 que cambia' : `${changed} que cambian`}`;

const outcomes: Readonly<Record<Outcome, Html>> = {
  confirmed: tag({ text: 'Importado', colour: 'green' }), discarded: tag({ text: 'Descartado', colour: 'grey' }), failed: tag({ text: 'No se pudo leer', colour: 'red' }),
  expired: tag({ text: 'Nadie lo confirmó', colour: 'grey' }), unchanged: tag({ text: 'Sin cambios', colour: 'blue' }),
};

function loggedPanel(logged: readonly LoggedImport[]): Html {
  if (logged.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Los últimos archivos</h2>${table({
    caption: 'Los últimos archivos', captionHidden: true, cards: true, firstCellNames: true, head: ['Archivo', 'Cuándo', 'Qué pasó'],
    rows: logged.map((one) => [one.fileName, `${from[one.source]}, ${sayInstant(one.at)}`, html`${outcomes[one.outcome]} ${sayOutcome(one)}`]),
  })}`;
}

function sayOutcome({ outcome, brought, leftAlone, wrong, problem }: LoggedImport): string {
  if (problem !== null) return problem;
  if (outcome !== 'confirmed') return '';
  return [brought === 1 ? '1 trámite' : `${brought} trámites`, ...(leftAlone > 0 ? [`${leftAlone} sin tocar, porque alguien los cambió`] : []), ...(wrong > 0 ? [`${wrong} con errores`] : [])].join(', ');
}
