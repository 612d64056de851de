import { details, emptyState, linkButton, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { OnceOnlyRow } from '../domain/once-only/register.ts';
import { downloads } from './downloads.ts';
import { entryHref } from './inventory/addresses.ts';

const whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 });

/** The register of what people are asked for although the State has it, and what each agreement would save. */
export const onceOnlyPage = (entity: { readonly name: string }, rows: readonly OnceOnlyRow[]): PageContent => ({
  title: 'Pedir una sola vez', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/inventario', text: 'Inventario' },
  main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Pedir una sola vez</h1>
    <p class="govuk-body">Documentos que la entidad pide y que otra entidad del Estado ya tiene. Cada convenio de interoperabilidad ahorraría a la gente esos papeles.</p>
    ${rows.length === 0 ? html`${emptyState({ title: 'Ningún trámite pide lo que el Estado ya tiene', body: 'O todavía no están anotados los requisitos de los trámites en el inventario.' })}${linkButton({ href: '/plan/inventario', text: 'Ir al inventario' })}` : html`${table({
      caption: 'Documentos', captionHidden: true, cards: true, firstCellNames: true, head: ['Documento', 'Quién lo tiene', 'Trámites que lo piden', 'Papeles al año que se ahorrarían'], numericColumns: [3],
      rows: rows.map((row) => [row.document, row.issuer, askers(row), papers(row)]),
    })}${downloads('/plan/una-sola-vez/exportacion')}`}`,
});

const askers = ({ askers: all, document }: OnceOnlyRow): Html => details({
  summary: html`${all.length === 1 ? '1 trámite' : `${all.length} trámites`}<span class="govuk-visually-hidden"> que piden ${document}</span>`,
  body: html`<ul class="govuk-list govuk-list--bullet">${all.map(({ slug, name, timesAYear }) => html`<li><a class="govuk-link" href="${entryHref(slug)}">${name}</a>, ${timesAYear === undefined ? 'no se sabe cuántas veces al año' : `${whole.format(timesAYear)} veces al año`}</li>`)}</ul>`,
});

const papers = ({ papersAYear, withoutVolume }: OnceOnlyRow): Html =>
  html`${papersAYear === 0 ? '—' : whole.format(papersAYear)}${withoutVolume > 0 && html`<br><span class="app-small app-muted">${withoutVolume === 1 ? 'Sin contar un trámite del que no se sabe el volumen' : `Sin contar ${withoutVolume} trámites de los que no se sabe el volumen`}</span>`}`;
