import { renderSummary, summarise } from '#modules/forms/index.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import { button, buttonGroup, details, insetText, linkButton, postForm, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { entryForm } from '../../content/entry-form.ts';
import type { Compared } from '../../domain/inventory/demand.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import { defectsOf, type Defect } from '../../domain/inventory/quality.ts';
import { draftHref, entryHref } from './addresses.ts';

/** An entry: what to mend first, then what was measured beside what is declared, then everything that is declared. */
export function entryPage(ctx: Context, entry: Entry, measured: readonly Compared[], mayWrite: boolean): PageContent {
  const defects = defectsOf(entry.answers), sections = summarise(entryForm, entry.answers, { now: ctx.now });
  const changeHref = (page: string): string => entryHref(entry.slug, `/${page}`);
  return {
    title: entry.name, section: '/plan', noIndex: true, backLink: { href: '/plan/inventario', text: 'Inventario' },
    main: html`<span class="govuk-caption-l">Inventario de trámites</span><h1 class="govuk-heading-l">${entry.name}</h1>
      <p class="govuk-body">${entry.retiredAt !== null ? tag({ text: 'Retirado', colour: 'grey' }) : defects.length === 0 ? tag({ text: 'Completa', colour: 'green' }) : tag({ text: defects.length === 1 ? '1 observación' : `${defects.length} observaciones`, colour: 'yellow' })}
        Identificador <span class="app-code">${entry.procedureId}</span>. Actualizada el ${sayDay(localDateOf(entry.updatedAt))}${origin[entry.origin]}.</p>
      ${retiredPanel(ctx, entry, mayWrite)}
      ${entry.retiredAt === null && buttonGroup(mayWrite && linkButton({ href: changeHref(entryForm.pages[0]?.id ?? ''), text: 'Completar la ficha' }), linkButton({ href: draftHref(entry.slug), text: 'Preparar el trámite en línea', kind: 'secondary' }))}
      <p class="govuk-body"><a class="govuk-link" href="${changeHref('historia')}">Historia de la ficha</a>${mayWrite && entry.retiredAt === null && html` · <a class="govuk-link" href="${changeHref('retiro')}">Retirar del inventario</a>`}</p>
      ${entry.retiredAt === null && defectsPanel(defects, entry, mayWrite)}${measuredPanel(measured)}
      <h2 class="govuk-heading-m">Lo declarado</h2>${renderSummary(sections, { headingLevel: 3, ...(mayWrite ? { changeHref: (page: string, field: string) => `${changeHref(page)}#${field}` } : {}) })}`,
  };
}

function retiredPanel(ctx: Context, { slug, retiredAt, retiredReason, mergedInto }: Entry, mayWrite: boolean): Html {
  if (retiredAt === null) return html``;
  return html`${insetText(html`<strong>Retirado del inventario</strong> el ${sayDay(localDateOf(retiredAt))}: ${retiredReason}${mergedInto !== null && html` <a class="govuk-link" href="${entryHref(mergedInto.split('/').at(-1) ?? '')}">Ver la ficha que quedó</a>`}`)}
    ${mayWrite && postForm({ csrf: ctx.csrf, action: entryHref(slug, '/reposicion'), body: button({ text: 'Volver a ponerlo en el inventario', kind: 'secondary' }) })}`;
}

const origin = { written: '', published: ', con lo publicado en el catálogo', portal: ', con lo que dice el portal del Estado', sheet: ', con una planilla', restored: ', volviendo a un estado anterior' } as const;

function defectsPanel(defects: readonly Defect[], { slug }: Entry, mayWrite: boolean): Html {
  if (defects.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Qué falta o conviene corregir</h2><ul class="govuk-list govuk-list--spaced">${defects.map(({ field, reason, mend }) => {
    const at = entryForm.pages.find((page) => page.fields.some(({ id }) => id === field));
    return html`<li><strong>${reason}</strong> ${mend}${mayWrite && at && html` <a class="govuk-link" href="${entryHref(slug, `/${at.id}`)}#${field}">Corregir<span class="govuk-visually-hidden">: ${reason}</span></a>`}</li>`;
  })}</ul>`;
}

function measuredPanel(rows: readonly Compared[]): Html {
  if (rows.length === 0) return html`<h2 class="govuk-heading-m">Lo medido</h2><p class="govuk-body">En el último año no entró ninguna solicitud por esta ventanilla, así que no hay nada que comparar.</p>`;
  return html`<h2 class="govuk-heading-m">Lo declarado y lo medido</h2>${table({ caption: 'Declarado y medido', captionHidden: true, head: ['Dato', 'Declarado', 'Medido', 'Diferencia'], firstCellNames: true, cards: true, rows: rows.map(({ label, declared, measured, discrepancy }) =>
    [label, declared ?? html`<span class="app-muted">No se dijo</span>`, measured, discrepancy === undefined ? '—' : sayDiscrepancy(discrepancy)]) })}
    ${details({ summary: 'De dónde sale lo medido', body: html`<p class="govuk-body">De las solicitudes que se presentaron en esta ventanilla en los últimos 365 días. El promedio se saca por día hábil; la duración, en días hábiles desde que se presenta hasta que termina, de las últimas mil que terminaron. Un mes destaca cuando tiene la mitad más que el promedio.</p>` })}`;
}

const share = new Intl.NumberFormat('es-BO', { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const sayDiscrepancy = (off: number): Html => (Math.abs(off) <= 0.1 ? html`Coincide` : html`${tag({ text: `${share.format(off)} declarado`, colour: 'yellow' })}`);
