import { providerOf } from '../../approval/index.ts';
import { button, details, emptyState, errorSummary, hiddenField, linkButton, postForm, summaryList, textArea } from '#kernel/html/components.ts';
import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { StoryEntry } from '../../domain/procedure/story.ts';
import type { PlanProcess, PlanWorld, Resolution } from '../../domain/procedure/types.ts';
import { planHref } from '../plan/addresses.ts';
import { exampleNote, stateTag } from '../plan/parts.ts';
import { diagramPanel, opinionsPanel, storyPanel, termPanel, threadsPanel, turnOf } from './parts.ts';

/** What a person may do with a plan now: a page to go to. */
export type Way = { readonly href: string; readonly text: string; readonly why: string };

/** What the page of the procedure of a plan shows. */
export type StandingShown = {
  readonly ctx: Context; readonly plan: Plan; readonly entity: { readonly key: string; readonly name: string }; readonly process: PlanProcess; readonly world: PlanWorld; readonly story: readonly StoryEntry[]; readonly seen: number;
  readonly way: Way | undefined; readonly mayOpine: boolean; readonly problem?: string | undefined; readonly back: { readonly href: string; readonly text: string };
};

/** Where a plan stands, what to do now, until when and why, and what happened. */
export function standingPage(shown: StandingShown): PageContent {
  const { plan, entity, process, world, story, back } = shown;
  return {
    title: `Trámite: ${plan.title}`, section: '/plan', width: 'wide', noIndex: true, backLink: back, hasErrors: shown.problem !== undefined,
    main: html`${errorSummary(shown.problem === undefined ? [] : [{ href: '#opinion', text: shown.problem }])}<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Trámite del plan</h1>
      <p class="govuk-body">${stateTag(plan)} ${plan.title}, versión ${plan.version}.</p>${exampleNote(plan)}
      <h2 class="govuk-heading-m">Qué toca ahora</h2>${nowPanel(shown)}${termPanel(process, world)}
      ${approvalPanel(shown)}${threadsPanel(process.observations)}${opinionsPanel(process.opinions)}${shown.mayOpine && opinionForm(shown)}${storyPanel(story)}${diagramPanel(process, world.national)}`,
  };
}

function nowPanel({ way, process, plan }: StandingShown): Html {
  if (way !== undefined) return html`<p class="govuk-body">${way.why}</p>${linkButton({ href: way.href, text: way.text })}`;
  const turn = turnOf(process);
  if (turn === undefined) return emptyState({ title: plan.state === 'superseded' ? 'Este plan fue reemplazado' : 'Este plan se cerró', body: 'Su trámite terminó. La historia queda abajo.' });
  return html`<p class="govuk-body">${plan.state === 'in_force' ? 'El plan es oficial: se ejecuta y se le da seguimiento.' : `Espera a: ${turn}. Usted no tiene que hacer nada en este paso.`}</p>`;
}

function approvalPanel({ plan, entity, process: { approval, resolution } }: StandingShown): Html {
  if (approval === null) return html``;
  const provider = providerOf(approval.provider), said = provider?.say(approval.evidence) ?? [], day = parseLocalDate(resolution?.day ?? '');
  return html`<h2 class="govuk-heading-m">Aprobación</h2>${summaryList([
    { key: 'Código identificador', value: html`<a class="govuk-link app-code" href="/planes/verificar/${approval.code}">${approval.code}</a>` },
    ...said.map(([key, value]) => ({ key, value })), { key: 'Huella del contenido (SHA-256)', value: html`<span class="app-code">${approval.sha256}</span>` },
    ...(resolution ? [{ key: 'Resolución', value: html`${resolution.number}${day && ` del ${sayDay(day)}`}${resolution.fileId !== null && html`. <a class="govuk-link" href="${planHref(plan.id, '/resolucion/archivo')}">Ver la resolución</a>`}` },
      { key: 'Publicación', value: publicationOf(plan, entity, resolution) }] : []),
  ])}${details({ summary: 'Qué prueba esta aprobación', body: html`${(provider?.proves ?? []).map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}` })}`;
}

function publicationOf(plan: Plan, entity: StandingShown['entity'], { confidential, reason }: Resolution): Html {
  if (confidential) return html`No se publica: la resolución lo declara confidencial. Motivo: ${reason}`;
  if (plan.isExample) return html`No se publica: es un ejemplo.`;
  return plan.publishedAt === null ? html`Se publicará cuando se registre la resolución.` : html`<a class="govuk-link" href="/planes/${entity.key}/${plan.version}">Publicado</a>`;
}

const opinionForm = ({ ctx, plan, seen, problem }: StandingShown): Html => html`<h2 class="govuk-heading-m">Su opinión</h2>${postForm({
  csrf: ctx.csrf, action: planHref(plan.id, '/opinion'), body: html`${hiddenField('paso', seen)}${textArea({ id: 'opinion', name: 'opinion', label: 'Qué opina su entidad de este plan', hint: 'La leerán la AGETIC y la entidad. Hasta 2000 caracteres.', maxLength: 2_000, error: problem })}${button({ text: 'Enviar la opinión', kind: 'secondary' })}`,
})}`;
