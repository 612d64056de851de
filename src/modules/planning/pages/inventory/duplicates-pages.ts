import { button, checkboxes, emptyState, errorSummary, postForm, radios, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Difference } from '../../domain/inventory/differences.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import type { Candidate } from '../../domain/ranking/rank.ts';
import { entryHref } from './addresses.ts';
import { differencesTable } from './history-pages.ts';

/** Two procedures with similar names. */
export type LikePair = readonly [Pick<Candidate, 'slug' | 'name'>, Pick<Candidate, 'slug' | 'name'>];

/** What the page of similar names shows; `all` counts also those that it leaves out. */
export type Shown = { readonly ctx: Context; readonly entity: { readonly name: string }; readonly pairs: readonly LikePair[]; readonly all: number; readonly mayWrite: boolean };

/** Procedures whose names say nearly the same, to be made one or told apart. */
export const duplicatesPage = ({ entity, pairs, all, mayWrite }: Shown): PageContent => ({
  title: 'Trámites que pueden ser el mismo', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/inventario', text: 'Inventario' },
  main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Trámites que pueden ser el mismo</h1>
    <p class="govuk-body">Sus nombres dicen casi lo mismo. Revise cada par: puede quedarse con una sola ficha, o anotar que son dos trámites distintos.</p>
    ${pairs.length === 0 ? emptyState({ title: 'No hay nombres parecidos', body: 'Cada trámite del inventario tiene un nombre que lo distingue.' }) : table({
      caption: 'Nombres parecidos', captionHidden: true, cards: true, head: ['Un trámite', 'El otro', ...(mayWrite ? [''] : [])],
      rows: pairs.map(([a, b]) => [link(a), link(b), ...(mayWrite ? [html`<a class="govuk-link" href="/plan/inventario/duplicados/${a.slug}/${b.slug}">Revisar<span class="govuk-visually-hidden"> «${a.name}» y «${b.name}»</span></a>`] : [])]),
    })}${all > pairs.length && html`<p class="govuk-body">Se muestran los ${pairs.length} pares más parecidos, de ${all}.</p>`}`,
});

const link = ({ slug, name }: LikePair[number]): Html => html`<a class="govuk-link" href="${entryHref(slug)}">${name}</a>`;

/** What the page that makes one of two shows. */
export type Merging = { readonly ctx: Context; readonly first: Entry; readonly second: Entry; readonly differences: readonly Difference[]; readonly problem: string | undefined };

/** Two entries side by side, and which one stays. */
export const mergePage = ({ ctx, first, second, differences, problem }: Merging): PageContent => ({
  title: '¿Son el mismo trámite?', section: '/plan', width: 'wide', noIndex: true, hasErrors: problem !== undefined, backLink: { href: '/plan/inventario/duplicados', text: 'Nombres parecidos' },
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#queda', text: problem }])}<h1 class="govuk-heading-l">¿Son el mismo trámite?</h1>
    <h2 class="govuk-heading-m">En qué se distinguen</h2><p class="govuk-body">La primera es ${link(first)} y la segunda es ${link(second)}.</p>${differencesTable(differences, ['La primera', 'La segunda'])}
    ${postForm({ csrf: ctx.csrf, body: html`
      ${radios({ id: 'queda', name: 'queda', label: 'Qué ficha queda', labelSize: 'm', error: problem, options: [{ value: first.slug, text: first.name, hint: html`<span class="app-code">${first.procedureId}</span>` }, { value: second.slug, text: second.name, hint: html`<span class="app-code">${second.procedureId}</span>` }, { value: 'las-dos', text: 'Las dos: son trámites distintos' }] })}
      ${checkboxes({ id: 'completar', name: 'completar', label: 'Lo que sólo dice la otra', values: ['si'], options: [{ value: 'si', text: 'Completar con eso la ficha que queda' }] })}
      ${button({ text: 'Guardar' })}` })}`,
});
