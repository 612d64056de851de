import { button, buttonGroup, errorSummary, fileField, insetText, linkButton, postForm, statRow, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { ReadRow } from '../../domain/inventory/compare.ts';
import type { WaitingImport } from '../../store/imports.ts';

const address = '/plan/inventario/importacion';

/** Asks for the file of the State's portal. */
export const askFilePage = (ctx: Context, problem: string | undefined): PageContent => ({
  title: 'Subir un archivo', section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: '/plan/inventario', text: 'Inventario' },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#archivo', text: problem }])}<h1 class="govuk-heading-l">Subir un archivo</h1>
    <p class="govuk-body">Suba los trámites como los publica el portal del Estado: un archivo de texto con un trámite por línea, en JSON. Puede volver a subirlo cada semana: antes de cambiar nada le mostramos las diferencias.</p>
    ${postForm({ csrf: ctx.csrf, multipart: true, body: html`${fileField({ id: 'archivo', name: 'archivo', label: 'Archivo del portal', hint: 'Formato JSONL, hasta 64 MB y 10.000 trámites.', accept: '.jsonl,.json,.txt', error: problem })}${button({ text: 'Revisar el archivo' })}` })}`,
});

const shownMax = 25;

/** What a file would change, row by row, before anything is changed. */
export function previewPage(ctx: Context, { id, fileName, rows }: WaitingImport): PageContent {
  const of = (becomes: ReadRow['becomes']): readonly ReadRow[] => rows.filter((row) => row.becomes === becomes);
  const [fresh, changed, wrong] = [of('new'), of('changed'), of('wrong')], brings = fresh.length + changed.length;
  return {
    title: 'Revisar antes de importar', section: '/plan', width: 'wide', noIndex: true, backLink: { href: address, text: 'Subir otro archivo' },
    main: html`<span class="govuk-caption-l">${fileName}</span><h1 class="govuk-heading-l">Revisar antes de importar</h1>
      ${statRow([{ value: String(fresh.length), label: 'nuevos' }, { value: String(changed.length), label: 'que cambian' }, { value: String(of('same').length), label: 'sin cambios' }, { value: String(wrong.length), label: 'que no se entienden' }, { value: String(of('foreign').length), label: 'de otras entidades' }])}
      ${brings === 0 && insetText('No hay nada que traer de este archivo.')}${buttons(ctx, id, brings)}
      ${rowsTable('No se entienden, y no se importan', ['Línea', 'Trámite', 'Por qué'], wrong, ({ line, name, reason }) => [String(line), name || '—', reason ?? ''])}
      ${rowsTable('Cambian', ['Línea', 'Trámite', 'Qué cambia'], changed, ({ line, name, changes = [] }) => [String(line), name, changes.join(', ')])}
      ${rowsTable('Son nuevos', ['Línea', 'Trámite', 'Identificador'], fresh, ({ line, name, procedureId }) => [String(line), name, html`<span class="app-code">${procedureId}</span>`])}`,
  };
}

function rowsTable(title: string, head: readonly string[], rows: readonly ReadRow[], cells: (row: ReadRow) => readonly (string | Html)[]): Html {
  if (rows.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">${title}</h2>${table({ caption: title, captionHidden: true, head, cards: true, rows: rows.slice(0, shownMax).map(cells) })}${rows.length > shownMax && html`<p class="govuk-body">Y ${rows.length - shownMax} más.</p>`}`;
}

const buttons = (ctx: Context, id: string, brings: number): Html => buttonGroup(
  brings > 0 && postForm({ csrf: ctx.csrf, action: `${address}/${id}/confirmacion`, body: button({ text: brings === 1 ? 'Importar 1 trámite' : `Importar ${brings} trámites` }) }),
  brings > 0 ? postForm({ csrf: ctx.csrf, action: `${address}/${id}/descarte`, body: button({ text: 'Descartar', kind: 'secondary' }) }) : linkButton({ href: '/plan/inventario', text: 'Volver al inventario', kind: 'secondary' }),
);
