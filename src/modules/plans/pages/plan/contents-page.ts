import { localDateOf, sayDay } from '#kernel/clock.ts';
import { buttonGroup, linkButton, postForm, button, tag, taskList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanProblem } from '../../domain/plan/problems.ts';
import { missingSections, planSections } from '../../domain/plan/sections.ts';
import { planHref, sectionHref } from './addresses.ts';
import { exampleNote, stateTag, yearsOf } from './parts.ts';

/** What the first page of a plan shows. `procedure` is what its registration, revision and approval say. */
export type Shown = { readonly ctx: Context; readonly plan: Plan; readonly entity: { readonly name: string }; readonly mayEdit: boolean; readonly mayBegin: boolean; readonly problems: readonly PlanProblem[]; readonly procedure?: Html };

/** A plan by its sections, with what is missing. */
export function contentsPage(shown: Shown): PageContent {
  const { plan, entity, problems, procedure } = shown, missing = missingSections(plan.content);
  return {
    title: plan.title, section: '/plan', noIndex: true, backLink: { href: '/plan/pige', text: 'Planes' },
    main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">${plan.title}</h1>
      <p class="govuk-body">${stateTag(plan)} Versión ${plan.version}, para ${yearsOf(plan)}. Último cambio: ${sayDay(localDateOf(plan.updatedAt))}.</p>${exampleNote(plan)}${ways(shown)}${procedure}
      <h2 class="govuk-heading-m">Secciones</h2>
      <p class="govuk-body">${missing.length === 0 ? 'Están escritas todas las secciones que el plan necesita.' : missing.length === 1 ? 'Falta escribir una sección de las que el plan necesita.' : `Falta escribir ${missing.length} secciones de las que el plan necesita.`} Los contenidos mínimos los aprueba la AGETIC; estos son los de este programa, por confirmar con su resolución.</p>
      ${taskList(planSections.map(({ key, title, required, isFilled }) => ({ title, href: sectionHref(plan.id, key), hint: sayProblems(problems.filter(({ section }) => section === key).length), status: statusOf(required, isFilled(plan.content)) })))}`,
  };
}

const sayProblems = (count: number): string | undefined => (count === 0 ? undefined : count === 1 ? 'Hay algo que conviene revisar' : `Hay ${count} cosas que conviene revisar`);

const statusOf = (required: boolean, filled: boolean): Html => (filled ? tag({ text: 'Escrita', colour: 'green' }) : required ? tag({ text: 'Falta', colour: 'yellow' }) : html`<span class="app-muted">Opcional</span>`);

const ways = ({ ctx, plan, mayEdit, mayBegin }: Shown): Html => buttonGroup(
  linkButton({ href: planHref(plan.id, '/texto'), text: 'Leer y descargar', kind: 'secondary' }),
  (plan.version > 1 || plan.revision > 1) && linkButton({ href: planHref(plan.id, '/comparacion'), text: 'Comparar', kind: 'secondary' }),
  linkButton({ href: planHref(plan.id, '/seguimiento'), text: 'Seguimiento', kind: 'secondary' }),
  mayEdit && linkButton({ href: planHref(plan.id, '/datos'), text: 'Cambiar nombre y años', kind: 'secondary' }),
  mayBegin && postForm({ csrf: ctx.csrf, action: planHref(plan.id, '/version'), body: button({ text: 'Empezar una nueva versión', kind: 'secondary' }) }),
);
