import { button, buttonGroup, insetText, linkButton, postForm, statRow, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Change, Comparison, ReadRow } from '../../domain/inventory/compare.ts';
import type { ImportHead } from '../../store/imports.ts';
import { importHref } from './addresses.ts';

const askHref = '/plan/inventario/importacion', whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 });
const none: Comparison['counts'] = { new: 0, changed: 0, same: 0, wrong: 0, foreign: 0 };

/** How far a long file is, or why it cannot be read. */
export function progressPage(ctx: Context, { id, fileName, stage, problem, done, total }: ImportHead): PageContent {
  const failed = stage === 'failed', title = failed ? 'No se pudo leer el archivo' : 'Estamos leyendo el archivo';
  return {
    title, section: '/plan', noIndex: true, backLink: { href: askHref, text: 'Subir un archivo' },
    main: html`<span class="govuk-caption-l">${fileName}</span><h1 class="govuk-heading-l">${title}</h1>
      ${failed ? html`<p class="govuk-body">${problem}</p>${buttonGroup(linkButton({ href: askHref, text: 'Subir otro archivo' }), discard(ctx, id))}` : html`
        <p class="govuk-body">${total > 0 ? html`Van <strong>${whole.format(done)} de ${whole.format(total)}</strong> filas.` : 'Un archivo largo toma unos segundos.'} Puede seguir con otra cosa y volver: el archivo espera en «Subir un archivo».</p>
        ${linkButton({ href: importHref(id), text: 'Ver cómo va' })}`}`,
  };
}

/** What a file would change, row by row, before anything is changed. */
export function previewPage(ctx: Context, { id, fileName, counts, kind }: ImportHead, rows: readonly ReadRow[]): PageContent {
  const of = (becomes: ReadRow['becomes']): readonly ReadRow[] => rows.filter((row) => row.becomes === becomes), { new: fresh, changed, same, wrong, foreign } = counts ?? none, brings = fresh + changed;
  return {
    title: 'Revisar antes de importar', section: '/plan', width: 'wide', noIndex: true, backLink: { href: askHref, text: 'Subir otro archivo' },
    main: html`<span class="govuk-caption-l">${fileName}</span><h1 class="govuk-heading-l">Revisar antes de importar</h1>
      ${statRow([
        { value: whole.format(fresh), label: fresh === 1 ? 'nuevo' : 'nuevos' }, { value: whole.format(changed), label: changed === 1 ? 'que cambia' : 'que cambian' }, { value: whole.format(same), label: 'sin cambios' }, { value: whole.format(wrong), label: wrong === 1 ? 'que no se entiende' : 'que no se entienden' },
        ...(kind === 'portal' ? [{ value: whole.format(foreign), label: foreign === 1 ? 'de otra entidad' : 'de otras entidades' }] : []),
      ])}
      ${brings === 0 && insetText(wrong > 0 ? 'No hay nada que traer: corrija en el archivo lo que no se entiende y súbalo otra vez.' : 'No hay nada que traer de este archivo: el inventario ya dice lo mismo.')}
      ${brings > 0 && wrong > 0 && insetText(html`${wrong === 1 ? 'Una fila no se entiende y no entra' : `${whole.format(wrong)} filas no se entienden y no entran`}. Puede importar las demás ahora, y corregir el archivo y subirlo otra vez después.`)}
      ${buttons(ctx, id, brings)}${kind === 'sheets' && html`<p class="govuk-body"><a class="govuk-link" href="${importHref(id, '/columnas')}">Cambiar qué es cada columna</a></p>`}
      ${rowsTable('No se entienden, y no se importan', ['Fila', 'Trámite', 'Qué pasa', 'Cómo se corrige'], of('wrong').flatMap(faultCells), wrong - of('wrong').length)}
      ${rowsTable('Cambian', ['Fila', 'Trámite', 'Qué cambia'], of('changed').map(({ line, name, changes = [] }) => [String(line), name, changesList(changes)]), changed - of('changed').length)}
      ${rowsTable('Son nuevos', ['Fila', 'Trámite', 'Identificador'], of('new').map(({ line, name, procedureId }) => [String(line), name, html`<span class="app-code">${procedureId}</span>`]), fresh - of('new').length)}`,
  };
}

const faultCells = ({ line, name, faults = [] }: ReadRow): readonly (readonly string[])[] => faults.map(({ column, reason, mend }) => [String(line), name || '—', column === '' ? reason : `${column}: ${reason}`, mend]);

const changesMax = 8;

const changesList = (changes: readonly Change[]): Html =>
  html`<ul class="govuk-list">${changes.slice(0, changesMax).map(({ label, before, after }) => html`<li>${label}${label.endsWith('?') ? '' : ':'} ${before === '' ? 'no se dijo' : html`<del>${before}</del>`} → ${after === '' ? 'nada' : html`<ins>${after}</ins>`}</li>`)}${changes.length > changesMax && html`<li>y ${changes.length - changesMax} datos más</li>`}</ul>`;

function rowsTable(title: string, head: readonly string[], rows: readonly (readonly (string | Html)[])[], more: number): Html {
  if (rows.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">${title}</h2>${table({ caption: title, captionHidden: true, head, cards: true, rows })}${more > 0 && html`<p class="govuk-body">Y ${whole.format(more)} más.</p>`}`;
}

const buttons = (ctx: Context, id: ImportHead['id'], brings: number): Html => buttonGroup(
  brings > 0 && postForm({ csrf: ctx.csrf, action: importHref(id, '/confirmacion'), body: button({ text: brings === 1 ? 'Importar 1 trámite' : `Importar ${whole.format(brings)} trámites` }) }),
  brings > 0 ? discard(ctx, id) : linkButton({ href: '/plan/inventario', text: 'Volver al inventario', kind: 'secondary' }),
);

const discard = (ctx: Context, id: ImportHead['id']): Html => postForm({ csrf: ctx.csrf, action: importHref(id, '/descarte'), body: button({ text: 'Descartar', kind: 'secondary' }) });
