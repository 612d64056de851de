import { renderSummary, summarise } from '#modules/forms/index.ts';
import { button, buttonGroup, checkboxes, details, emptyState, errorSummary, hiddenField, linkButton, postForm, table, tag, textArea, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { systemForm } from '../../content/system-form.ts';
import type { System } from '../../domain/systems/system.ts';
import type { EntryLine } from '../../store/entries.ts';
import { supportedMax, type Supported } from '../../store/systems.ts';
import { entryHref } from '../inventory/addresses.ts';
import { systemHref } from './addresses.ts';
import { sayDate } from './list-page.ts';

/** What the page of a system shows. */
export type Shown = { readonly ctx: Context; readonly system: System; readonly supported: readonly Supported[]; readonly mayWrite: boolean };

/** A system: what is known of it, and the procedures it supports. */
export function systemPage(shown: Shown): PageContent {
  const { ctx, system, mayWrite } = shown, editHref = systemHref(system.id, '/datos');
  return {
    title: system.name, section: '/plan', noIndex: true, backLink: { href: '/plan/sistemas', text: 'Sistemas de apoyo' },
    main: html`<span class="govuk-caption-l">Sistema de apoyo</span><h1 class="govuk-heading-l">${system.name}</h1>
      ${system.retiredOn !== null && html`<p class="govuk-body">${tag({ text: 'Retirado', colour: 'grey' })} Desde el ${sayDate(system.retiredOn)}: ${system.retiredReason}</p>`}
      ${mayWrite && buttonGroup(linkButton({ href: editHref, text: 'Cambiar los datos' }), system.retiredOn === null
        ? linkButton({ href: systemHref(system.id, '/retiro'), text: 'Retirar', kind: 'secondary' })
        : postForm({ csrf: ctx.csrf, action: systemHref(system.id, '/vuelta'), body: button({ text: 'Volver a ponerlo en uso', kind: 'secondary' }) }))}
      ${renderSummary(summarise(systemForm, system.answers, { now: ctx.now }), { headingLevel: 2, ...(mayWrite ? { changeHref: (_page: string, field: string) => `${editHref}#${field}` } : {}) })}
      ${proceduresPanel(shown)}`,
  };
}

function proceduresPanel({ ctx, system, supported, mayWrite }: Shown): Html {
  const action = systemHref(system.id, '/tramites'), shown = supported.slice(0, supportedMax);
  return html`<h2 class="govuk-heading-m" id="tramites">Trámites que apoya</h2>
    ${shown.length === 0 ? emptyState({ title: 'Ningún trámite todavía', body: 'Elíjalos del inventario, o nombre este sistema en la ficha de cada uno.' }) : table({
      caption: 'Trámites que apoya', captionHidden: true, cards: true, firstCellNames: true, head: ['Trámite', 'Cómo se sabe', ...(mayWrite ? [''] : [])],
      rows: shown.map(({ procedureId, slug, name, chosen }) => [
        html`<a class="govuk-link" href="${entryHref(slug)}">${name}</a>`, chosen ? 'Elegido aquí' : 'Lo nombra la ficha',
        ...(mayWrite ? [chosen ? postForm({ csrf: ctx.csrf, action, body: html`${hiddenField('tramite', procedureId)}${button({ text: 'Quitar', hiddenText: name, kind: 'secondary', name: 'accion', value: 'quitar' })}` }) : html``] : []),
      ]),
    })}${supported.length > supportedMax && html`<p class="govuk-body">Se muestran los primeros ${supportedMax}.</p>`}
    ${mayWrite && linkButton({ href: action, text: 'Elegir trámites', kind: 'secondary' })}`;
}

/** What the page that finds procedures shows. */
export type Choosing = { readonly ctx: Context; readonly system: System; readonly text: string; readonly found: readonly EntryLine[]; readonly more: boolean };

/** Finds procedures of the inventory and marks those that the system supports. */
export function chooseProceduresPage({ ctx, system, text, found, more }: Choosing): PageContent {
  return {
    title: 'Elegir trámites', section: '/plan', noIndex: true, backLink: { href: systemHref(system.id), text: system.name },
    main: html`<span class="govuk-caption-l">${system.name}</span><h1 class="govuk-heading-l">Elegir los trámites que apoya</h1>
      <form method="get" action="${systemHref(system.id, '/tramites')}" class="app-filters">${textField({ id: 'q', name: 'q', label: 'Buscar por nombre', value: text, width: 20 })}${button({ text: 'Buscar', kind: 'secondary' })}</form>
      ${found.length === 0 ? emptyState({ title: 'Ningún trámite coincide', body: 'Pruebe con otra palabra del nombre, o agréguelo primero al inventario.' }) : postForm({ csrf: ctx.csrf, action: systemHref(system.id, '/tramites'), body: html`
        ${checkboxes({ id: 'tramite', name: 'tramite', label: 'Marque los que apoya', hint: more ? 'Se muestran los primeros 20. Busque por nombre para ver otros.' : undefined, small: true, options: found.map(({ procedureId, name }) => ({ value: procedureId, text: name })) })}
        ${button({ text: 'Agregar los marcados' })}` })}`,
  };
}

/** Asks why a system is no longer used. */
export const retireSystemPage = (ctx: Context, system: System, reason: string, problem: string | undefined): PageContent => ({
  title: 'Retirar el sistema', section: '/plan', noIndex: true, hasErrors: problem !== undefined, backLink: { href: systemHref(system.id), text: system.name },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#motivo', text: problem }])}<span class="govuk-caption-l">${system.name}</span><h1 class="govuk-heading-l">Retirar el sistema</h1>
    <p class="govuk-body">Queda en el registro con la fecha y el motivo, y ya no se cuenta entre los sistemas en uso. Puede volver a ponerlo en uso cuando quiera.</p>
    ${details({ summary: 'Qué pasa con los trámites', body: 'Siguen como están: si la ficha de un trámite lo nombra, cámbiela cuando sepa qué sistema lo apoya ahora.' })}
    ${postForm({ csrf: ctx.csrf, body: html`${textArea({ id: 'motivo', name: 'motivo', label: 'Por qué ya no se usa', hint: 'Por ejemplo: lo reemplazó otro sistema.', value: reason, rows: 3, error: problem })}${button({ text: 'Retirar el sistema', kind: 'warning' })}` })}`,
});
