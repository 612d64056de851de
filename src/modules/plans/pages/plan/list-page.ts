import { localDateOf, sayDay } from '#kernel/clock.ts';
import { button, buttonGroup, emptyState, linkButton, postForm, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { PlanHead } from '../../domain/plan/plan.ts';
import { planHref } from './addresses.ts';
import { stateTag, yearsOf } from './parts.ts';

/** What the list of an entity's plans shows. */
export type Listed = { readonly ctx: Context; readonly entity: { readonly name: string }; readonly plans: readonly PlanHead[]; readonly mayWrite: boolean; readonly hasExample: boolean };

/** The plans of an entity by version, and the ways to begin one. */
export const listPage = (listed: Listed): PageContent => ({
  title: 'Plan de gobierno electrónico (PIGE)', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan', text: 'Planificación' },
  main: html`<span class="govuk-caption-l">${listed.entity.name}</span><h1 class="govuk-heading-l">Plan de gobierno electrónico (PIGE)</h1>
    <p class="govuk-body">El plan con que la entidad cumple su parte del <a class="govuk-link" href="/planes/nacional">plan nacional</a>: se escribe por secciones, entre varias personas, y se registra cuando está completo. Se apoya en los <a class="govuk-link" href="/plan/documentos">documentos de la entidad</a>.</p>
    ${listed.plans.length === 0 ? emptyState({ title: 'Todavía no hay un plan', body: listed.mayWrite ? 'Empiece uno en blanco, o con un ejemplo que después se cambia.' : 'Nadie de la entidad ha empezado a escribirlo.' }) : plansTable(listed.plans)}${listed.mayWrite && ways(listed)}`,
});

const ways = ({ ctx, hasExample, plans }: Listed): Html => buttonGroup(linkButton({ href: '/plan/pige/nuevo', text: plans.length === 0 ? 'Empezar un plan' : 'Empezar otra versión' }),
  hasExample && postForm({ csrf: ctx.csrf, action: '/plan/pige/ejemplo', body: button({ text: 'Empezar con el ejemplo de Oruro', kind: 'secondary' }) }));

const plansTable = (plans: readonly PlanHead[]): Html => table({
  caption: 'Versiones del plan', captionHidden: true, cards: true, firstCellNames: true, head: ['Plan', 'Versión', 'Años', 'Estado', 'Último cambio'],
  rows: plans.map((plan) => [html`<a class="govuk-link" href="${planHref(plan.id)}">${plan.title}</a>${plan.isExample && html` <span class="app-muted">(ejemplo)</span>`}`, plan.version, yearsOf(plan), stateTag(plan), sayDay(localDateOf(plan.updatedAt))]),
});
