import { filesOf, pageCount, previewOf, sayBytes, type Documents, type StoredFile } from '#modules/documents/index.ts';
import { apartFields, type Case, type Definition } from '#modules/cases/index.ts';
import { emptyState, tag, warningText } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import type { FileId } from '#kernel/ids.ts';
import { caseHref, type OpenCase } from '../officer.ts';
import { labelOf } from '../words.ts';

/** The file and page that is open beside the answers. */
export type Opened = { readonly file: StoredFile; readonly page: number; readonly pages: number };

/** The files of a case, and which of them is open. */
export type Viewer = { readonly files: readonly StoredFile[]; readonly opened: Opened | undefined };

/** How the viewer is steered: with links where nothing is being written, with buttons of the form where something is. */
export type Steering = (target: { readonly file: FileId; readonly page: number }, text: Html) => Html;

/** Opens the file that was asked for, or else the first that can be looked at. */
export async function openViewer(ctx: Context, documents: Documents, { officer, current, definition }: OpenCase, wanted: { readonly file?: string | undefined; readonly page?: string | undefined }): Promise<Viewer> {
  const apart = apartFields(definition, current, officer.id);
  const files = (await filesOf(ctx.db, current.entityId, `case:${current.id}`)).filter(({ fieldId }) => !apart.has(fieldId));
  const file = files.find(({ id }) => id === wanted.file) ?? files.find((one) => previewOf(one) !== 'none');
  if (!file) return { files, opened: undefined };
  const pages = previewOf(file) === 'pages' ? await pagesOf(documents, file) : 1;
  return { files, opened: { file, pages, page: Math.min(Math.max(1, Math.trunc(Number(wanted.page)) || 1), Math.max(1, pages)) } };
}

// A file never changes: what was counted once stays. The map is emptied when it grows beyond what a busy day needs.
const counted = new Map<string, number>(), countedMax = 2_000;

/** How many pages a file has: those of a PDF, otherwise one. */
export async function pagesOf(documents: Documents, file: StoredFile): Promise<number> {
  if (previewOf(file) !== 'pages') return 1;
  const known = counted.get(file.sha256);
  if (known !== undefined) return known;
  const pages = await pageCount(documents, file);
  if (counted.size >= countedMax) counted.clear();
  counted.set(file.sha256, pages);
  return pages;
}

/** The files of a case in a list, and the open one drawn by us, page by page. */
export function viewerPanel(definition: Definition, current: Case, { files, opened }: Viewer, steer: Steering): Html {
  if (files.length === 0) return html`<section class="app-viewer" id="visor"><h2 class="govuk-heading-m">Archivos</h2>${emptyState({ title: 'Sin archivos', body: 'La solicitud no trae archivos adjuntos.' })}</section>`;
  const row = (file: StoredFile) => html`<li${file === opened?.file && html` aria-current="true"`}>${file === opened?.file ? html`<strong>${nameOf(definition, files, file)}</strong>` : steer({ file: file.id, page: 1 }, html`${nameOf(definition, files, file)}`)}
    <span class="app-small app-muted">${file.name}, ${sayBytes(file.bytes)}${file.scan === 'not_scanned' && ', sin revisar por antivirus'}</span> ${marks(file)}</li>`;
  return html`<section class="app-viewer" id="visor"><h2 class="govuk-heading-m">Archivos</h2><ul class="govuk-list app-viewer__files">${files.map(row)}</ul>${opened && openedFile(current, opened, steer)}</section>`;
}

/** How the form calls a file; counted where several were asked for under one name. */
function nameOf(definition: Definition, files: readonly StoredFile[], file: StoredFile): string {
  const alike = files.filter(({ fieldId }) => fieldId === file.fieldId), label = labelOf(definition, file.fieldId);
  return alike.length === 1 ? label : `${label}, ${alike.indexOf(file) + 1} de ${alike.length}`;
}

function marks({ scan, active }: StoredFile): Html {
  return html`${scan === 'infected' && tag({ text: 'Retenido por el antivirus', colour: 'red' })} ${active && tag({ text: 'Trae elementos activos', colour: 'yellow' })}`;
}

function openedFile(current: Case, { file, page, pages }: Opened, steer: Steering): Html {
  const address = caseHref(current.id, `/archivos/${file.id}`);
  if (file.scan === 'infected') return warningText('El antivirus encontró algo dañino en este archivo: no se muestra ni se entrega. Observe el dato para que adjunten otra copia.');
  const keep = html`<a class="govuk-link" href="${address}">Descargar<span class="govuk-visually-hidden"> ${file.name}</span></a>`;
  if (previewOf(file) === 'none' || pages === 0) return html`<p class="govuk-body">Este archivo no se puede mostrar aquí. ${keep}</p>`;
  const picture = `${address}/vista?hoja=${page}`;
  const go = (to: number, text: Child) => to >= 1 && to <= pages && steer({ file: file.id, page: to }, html`${text}`);
  const leaps = leapsFrom(page, pages).map((to) => go(to, html`<span class="govuk-visually-hidden">Página </span>${to}`));
  return html`<p class="app-viewer__bar">${go(page - 1, 'Anterior')} <span>Página ${page} de ${pages}</span> ${go(page + 1, 'Siguiente')} <a class="govuk-link" href="${picture}">Ver en grande</a> ${keep}</p>
    ${leaps.length > 0 && html`<p class="app-viewer__bar"><span>Ir a la página</span> ${leaps}</p>`}
    <img class="app-viewer__page" src="${picture}" alt="Página ${page} de ${pages} de ${file.name}">`;
}

const leap = 10;

/** Pages further away that are one press from here: the first and the last, ten back, ten on, and every tenth between them in a file that is not endless. */
export function leapsFrom(page: number, pages: number): readonly number[] {
  const tens = Array.from({ length: Math.floor(pages / leap) }, (_, index) => (index + 1) * leap);
  const near = pages <= leap * leap ? tens : [page - leap, page + leap];
  return [...new Set([1, ...near, pages])].filter((to) => to >= 1 && to <= pages && Math.abs(to - page) > 1);
}

/** Steers with links to the same page. */
export const withLinks: Steering = ({ file, page }, text) => html`<a class="govuk-link" href="?archivo=${file}&amp;hoja=${page}#visor">${text}</a>`;
