import { formatLinks, textFormats, textPage, type OfficeText } from '#modules/office/index.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import { emptyState, insetText, summaryList, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { PlanHead } from '../../domain/plan/plan.ts';
import type { PublishedLine } from '../../store/plan/published.ts';
import { exampleNote, yearsOf } from '../plan/parts.ts';

/** A published plan with the entity that it is of. */
export type PublishedPlan = PublishedLine & { readonly entity: { readonly key: string; readonly name: string } };

const publishedHref = (entityKey: string, version: number): string => `/planes/${entityKey}/${version}`;

/** Where anybody may read plans: the national one, and those of entities. */
export const publishedListPage = (plans: readonly PublishedPlan[]): PageContent => ({
  title: 'Planes de gobierno electrónico', section: '/planes', width: 'wide', description: 'El plan nacional de gobierno electrónico y los planes de las entidades públicas.',
  main: html`<h1 class="govuk-heading-l">Planes de gobierno electrónico</h1>
    <p class="govuk-body"><a class="govuk-link" href="/planes/nacional">Plan nacional</a>: qué se propuso el Estado, en 3 ejes, 14 líneas y 28 metas.</p>
    <p class="govuk-body"><a class="govuk-link" href="/planes/verificar">Verificar un plan</a>: compruebe un plan impreso por su código identificador.</p>
    <h2 class="govuk-heading-m">Planes de las entidades</h2>${plans.length === 0 ? emptyState({ title: 'Todavía no hay planes publicados', body: 'Aquí aparece el plan de cada entidad cuando su máxima autoridad lo aprueba y se publica.' }) : table({
      caption: 'Planes publicados', captionHidden: true, cards: true, firstCellNames: true, head: ['Entidad', 'Plan', 'Años', 'Publicado'],
      rows: plans.map(({ entity, title, version, fromYear, toYear, isExample, publishedAt, replacedAt }) => [entity.name,
        html`<a class="govuk-link" href="${publishedHref(entity.key, version)}">${title}</a>${isExample && html` <span class="app-muted">(ejemplo)</span>`}${replacedAt !== null && html` <span class="app-muted">(reemplazado)</span>`}`, yearsOf({ fromYear, toYear }), sayDay(localDateOf(publishedAt))]),
    })}`,
});

/** A published plan, without what its entity reserved. */
export const publishedPage = (entityKey: string, plan: PlanHead, text: OfficeText): PageContent => ({
  title: `${plan.title}: ${text.entity}`, section: '/planes', width: 'wide', description: `Plan de gobierno electrónico de ${text.entity} para ${yearsOf(plan)}.`, noIndex: plan.isExample, backLink: { href: '/planes', text: 'Planes' },
  main: html`${exampleNote(plan)}${plan.replacedAt !== null && insetText(html`Desde el ${sayDay(localDateOf(plan.replacedAt))} rige otra versión de este plan. <a class="govuk-link" href="/planes">Ver los planes</a>`)}${publishedNote(entityKey, plan)}${textPage(text)}
    <h2 class="govuk-heading-m">Descargar</h2>${formatLinks(publishedHref(entityKey, plan.version), textFormats)}`,
});

const publishedNote = (entityKey: string, { code, version }: PlanHead): Html => (code === null ? html`` : summaryList([
  { key: 'Código identificador', value: html`<a class="govuk-link app-code" href="/planes/verificar/${code}">${code}</a>` },
  { key: 'Resolución que lo aprueba', value: html`<a class="govuk-link" href="${publishedHref(entityKey, version)}/resolucion" download>Descargar la resolución</a>` },
]));
