import { button, buttonGroup, checkboxes, emptyState, hiddenField, insetText, linkButton, postForm, statRow, table, tag, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import type { EntryLine, InventoryCounts } from '../../store/entries.ts';
import { inventoryDownloads } from '../downloads.ts';
import type { ImportHead } from '../../store/imports.ts';
import { entryHref, importHref } from './addresses.ts';

/** What the list of an inventory shows. */
export type Listed = {
  readonly ctx: Context; readonly entity: { readonly name: string }; readonly counts: InventoryCounts; readonly lines: readonly EntryLine[];
  readonly text: string; readonly onlyDefects: boolean; readonly retired: boolean; /** A file that the weekly reading found and that waits for a yes. */ readonly waiting: ImportHead | undefined; readonly next: string | undefined; readonly mayWrite: boolean;
};

/** The inventory of an entity: its numbers, its procedures, and the ways to fill it. */
export function listPage(listed: Listed): Html {
  const { entity, counts, mayWrite } = listed;
  return html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Inventario de trámites</h1>
    ${waitingNote(listed)}${counts.entries + counts.retired === 0 ? nothingYet(listed) : html`${numbers(counts)}${mayWrite && ways(listed)}${onwards}${filter(listed)}${listed.retired && html`<p class="govuk-body">Se muestran los retirados. <a class="govuk-link" href="/plan/inventario">Ver los que están en uso</a>.</p>`}${linesOf(listed)}${inventoryDownloads('/plan/inventario/exportacion')}`}`;
}

function waitingNote({ waiting, mayWrite }: Listed): Html {
  if (!waiting || !mayWrite) return html``;
  const { new: fresh = 0, changed = 0 } = waiting.counts ?? {};
  return insetText(html`<strong>Llegó un archivo nuevo:</strong> ${changed === 1 ? '1 cambia' : `${changed} cambian`} y ${fresh === 1 ? '1 es nuevo' : `${fresh} son nuevos`}. <a class="govuk-link" href="${importHref(waiting.id)}">Revisar e importar</a>`);
}

const numbers = ({ entries, digital, withDefects, requestsAYear }: InventoryCounts): Html => statRow([
  { value: whole.format(entries), label: entries === 1 ? 'trámite' : 'trámites' }, { value: whole.format(digital), label: 'con medios digitales' },
  { value: whole.format(requestsAYear), label: 'solicitudes al año, declaradas' }, { value: whole.format(withDefects), label: 'por completar o corregir' },
]);

const whole = new Intl.NumberFormat('es-BO');

function nothingYet({ ctx, mayWrite }: Listed): Html {
  if (!mayWrite) return emptyState({ title: 'El inventario está vacío', body: 'Todavía nadie de la entidad ha anotado un trámite.' });
  return html`${emptyState({ title: 'El inventario está vacío', body: 'Aquí van todos los trámites y servicios de la entidad, también los que hoy se hacen sólo en papel. Empiece por los que ya están publicados, o suba una planilla o el archivo del portal del Estado.' })}
    ${buttonGroup(bring(ctx, 'primary'), linkButton({ href: '/plan/inventario/importacion', text: 'Subir un archivo', kind: 'secondary' }), linkButton({ href: '/plan/inventario/nueva', text: 'Escribir una ficha', kind: 'secondary' }))}`;
}

const ways = ({ ctx }: Listed): Html => buttonGroup(linkButton({ href: '/plan/inventario/nueva', text: 'Agregar un trámite' }), linkButton({ href: '/plan/inventario/importacion', text: 'Subir un archivo', kind: 'secondary' }), bring(ctx, 'secondary'));

const onwards = html`<p class="govuk-body"><a class="govuk-link" href="/plan/priorizacion">Ver cuáles conviene digitalizar primero</a><br><a class="govuk-link" href="/plan/una-sola-vez">Ver qué se pide que el Estado ya tiene</a><br><a class="govuk-link" href="/plan/carga">Ver cuánto le cuestan a la gente</a><br><a class="govuk-link" href="/plan/inventario/duplicados">Ver cuáles pueden ser el mismo trámite</a></p>`;

const bring = (ctx: Context, kind: 'primary' | 'secondary'): Html =>
  postForm({ csrf: ctx.csrf, action: '/plan/inventario/publicados', body: button({ text: 'Traer los trámites publicados', kind }) });

const filter = ({ text, onlyDefects, retired }: Listed): Html => html`<form method="get" action="/plan/inventario" class="app-filters">
  ${textField({ id: 'q', name: 'q', label: 'Buscar por nombre', value: text, width: 20 })}
  ${retired && hiddenField('retirados', 'si')}${checkboxes({ id: 'defectos', name: 'defectos', label: 'Calidad', small: true, values: onlyDefects ? ['si'] : [], options: [{ value: 'si', text: 'Sólo los que hay que completar o corregir' }] })}
  ${button({ text: 'Filtrar', kind: 'secondary' })}</form>`;

function linesOf({ lines, next, text, onlyDefects, retired, counts }: Listed): Html {
  if (lines.length === 0) return html`${emptyState({ title: 'Ningún trámite coincide', body: 'Pruebe con otra palabra del nombre, o quite el filtro.' })}${retiredLink(counts.retired, retired)}`;
  const query = new URLSearchParams({ ...(text === '' ? {} : { q: text }), ...(onlyDefects ? { defectos: 'si' } : {}), ...(retired ? { retirados: 'si' } : {}), despues: next ?? '' });
  return html`${table({ caption: 'Trámites', captionHidden: true, cards: true, head: ['Trámite', 'Solicitudes al año', 'Por medios digitales', 'Calidad'], rows: lines.map((line) => [
    html`<a class="govuk-link" href="${entryHref(line.slug)}">${line.name}</a>`, line.requestsAYear === null ? html`<span class="app-muted">No se sabe</span>` : whole.format(line.requestsAYear),
    channel[line.isDigital ?? ''] ?? html`<span class="app-muted">No se sabe</span>`, line.defects === 0 ? tag({ text: 'Completa', colour: 'green' }) : html`${tag({ text: line.defects === 1 ? '1 observación' : `${line.defects} observaciones`, colour: 'yellow' })}`,
  ]) })}${next !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="/plan/inventario?${query.toString()}">Más trámites</a></p>`}${retiredLink(counts.retired, retired)}`;
}

const retiredLink = (count: number, shown: boolean): Html => html`${!shown && count > 0 && html`<p class="govuk-body"><a class="govuk-link" href="/plan/inventario?retirados=si">${count === 1 ? 'Ver el trámite retirado' : `Ver los ${count} trámites retirados`}</a></p>`}`;

const channel: Readonly<Record<string, string>> = { habitual: 'Sí', excepcional: 'Sí, por excepción', no: 'No' };
