import type { ProcedureFolder } from '#modules/catalog/index.ts';
import type { FolderRehearsal } from '#modules/cases/index.ts';
import { flowDiagram, stepList, type Drawing, type Flow } from '#modules/flows/index.ts';
import type { Fault } from '#kernel/faults.ts';
import { details, linkButton, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Entry } from '../domain/inventory/entry.ts';
import { draftHref, entryHref } from './inventory/addresses.ts';

/** A draft with what checking and rehearsing found. */
export type Shown = {
  readonly entry: Pick<Entry, 'slug' | 'name'>; readonly folder: ProcedureFolder; readonly faults: readonly Fault[]; readonly rehearsed: FolderRehearsal['rehearsed'];
  readonly drawing: Drawing | undefined; readonly flow: Flow | undefined;
};

/** The procedure that would run on line, before anybody has drawn it further. */
export const draftPage = ({ entry, folder, faults, rehearsed, drawing, flow }: Shown): PageContent => ({
  title: `Borrador: ${entry.name}`, section: '/plan', width: 'wide', noIndex: true, backLink: { href: entryHref(entry.slug), text: 'Ficha' },
  main: html`<span class="govuk-caption-l">Borrador del trámite en línea</span><h1 class="govuk-heading-l">${entry.name}</h1>
    <p class="govuk-body">Con lo que dice la ficha, el trámite ya puede hacerse en línea de principio a fin: se llena, se suben los requisitos, se revisa, se puede observar y corregir, y sale un documento sellado. Conserva el identificador <span class="app-code">${folder.path}</span>.</p>
    ${verdict(faults, rehearsed)}${linkButton({ href: draftHref(entry.slug, '/paquete'), text: 'Descargar el borrador' })}
    <p class="govuk-body">Para ponerlo en marcha, quien administra el sistema lo trae con <span class="app-code">npx ventanilla import ${entry.slug}.ventanilla.zip</span>. Antes, revise con la unidad que lo atiende los plazos, el costo y los textos.</p>
    ${drawing && html`<h2 class="govuk-heading-m">Recorrido</h2><div class="app-scroll" role="group" aria-label="Diagrama del trámite" tabindex="0">${flowDiagram(drawing)}</div>`}
    ${flow && details({ summary: 'Los pasos en palabras', body: stepList(flow, { current: [], done: [] }) })}
    <h2 class="govuk-heading-m">Archivos</h2>${Object.entries(folder.files).map(([name, text]) => details({ summary: name, body: html`<pre class="app-source" tabindex="0" role="group" aria-label="${name}">${text}</pre>` }))}`,
});

function verdict(faults: readonly Fault[], rehearsed: Shown['rehearsed']): Html {
  const errors = faults.filter(({ severity }) => severity === 'error'), failed = rehearsed.filter((one) => one.faults.length > 0);
  if (errors.length > 0 || failed.length > 0) return html`${warningText('El borrador todavía no puede funcionar. Corrija la ficha:')}<ul class="govuk-list govuk-list--bullet">${[...errors, ...failed.flatMap((one) => one.faults)].map(({ reason, mend }) => html`<li>${reason} ${mend}</li>`)}</ul>`;
  return html`<p class="govuk-body"><strong>Revisado y ensayado:</strong> ${rehearsed.length} ensayos, todos bien.</p>`;
}
