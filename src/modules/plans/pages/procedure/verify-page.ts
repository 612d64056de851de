import { localDateOf, sayDay } from '#kernel/clock.ts';
import { button, details, errorSummary, fileField, insetText, notice, postForm, summaryList, tag, textField } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { ApprovedPlan } from '../../store/procedure/approved.ts';
import { stateTag, yearsOf } from '../plan/parts.ts';

/** Asks for the code of a plan. */
export const askCodePage = (typed: string, problem: string | undefined): PageContent => ({
  title: 'Verificar un plan', section: '/planes', hasErrors: problem !== undefined, backLink: { href: '/planes', text: 'Planes de gobierno electrónico' }, description: 'Compruebe un plan de gobierno electrónico por su código identificador.',
  main: html`${errorSummary(problem === undefined ? [] : [{ href: '#codigo', text: problem }])}<h1 class="govuk-heading-l">Verificar un plan</h1>
    <p class="govuk-body">Todo plan aprobado lleva un código identificador en cada página de su impresión. Con él se comprueba de quién es y qué se aprobó.</p>
    <form method="get" action="/planes/verificar" novalidate>${textField({ id: 'codigo', name: 'codigo', label: 'Código identificador', hint: 'Empieza por PIGE y tiene doce letras y números. No importan los guiones.', value: typed, width: 20, error: problem })}${button({ text: 'Verificar' })}</form>`,
});

/** What was found when somebody checked a file or a hash: that it is of this plan, or that it is not. */
export type Checked = { readonly holds: boolean; readonly sentence: string };

/** What a code says, and the ways to compare a printed file or a hash with it. */
export const verifiedPage = (ctx: Context, plan: ApprovedPlan, { holds, said, proves, checked }: { readonly holds: boolean; readonly said: readonly (readonly [string, string])[]; readonly proves: readonly string[]; readonly checked: Checked | undefined }): PageContent => ({
  title: `Plan ${plan.code}`, section: '/planes', noIndex: true, backLink: { href: '/planes/verificar', text: 'Verificar otro plan' },
  main: html`${checked && notice({ title: checked.holds ? 'Coincide' : 'No coincide', body: checked.sentence, kind: checked.holds ? 'success' : 'info', id: 'comparacion' })}<h1 class="govuk-heading-l">${plan.entityName}</h1><p class="govuk-body">${holdsTag(holds)}</p>${approvedFacts(plan, said)}
    ${contentNote(plan)}${details({ summary: 'Qué prueba esta aprobación', body: html`${proves.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}` })}
    <h2 class="govuk-heading-m">Comparar un archivo o una huella</h2><p class="govuk-body">Suba el PDF o el ODT que le entregaron, sin cambiarlo. O pegue una huella: la del contenido aprobado, o la de uno de esos archivos.</p>
    ${postForm({ csrf: ctx.csrf, multipart: true, action: `/planes/verificar/${plan.code}`, body: html`${fileField({ id: 'archivo', name: 'archivo', label: 'Archivo del plan', accept: '.pdf,.odt' })}${textField({ id: 'huella', name: 'huella', label: 'O la huella (SHA-256)', hint: '64 letras y números.', width: 'full' })}${button({ text: 'Comparar', kind: 'secondary' })}` })}`,
});

function contentNote({ confidential, publishedAt, entityKey, version }: ApprovedPlan): Html {
  if (confidential) return insetText('Su contenido no se publica: la resolución lo declaró confidencial.');
  return publishedAt === null ? html`` : html`<p class="govuk-body"><a class="govuk-link" href="/planes/${entityKey}/${version}">Leer el plan publicado</a></p>`;
}

const holdsTag = (holds: boolean): Html => (holds ? tag({ text: 'La aprobación es válida', colour: 'green' }) : tag({ text: 'La aprobación no coincide con el contenido', colour: 'red' }));

const approvedFacts = ({ entityName, title, version, fromYear, toYear, state, at, sha256, code, isExample }: ApprovedPlan, said: readonly (readonly [string, string])[]): Html => summaryList([
  { key: 'Código identificador', value: html`<span class="app-code">${code}</span>` }, { key: 'Entidad', value: entityName }, { key: 'Plan', value: `${title}, versión ${version}, ${yearsOf({ fromYear, toYear })}${isExample ? ' (ejemplo)' : ''}` },
  { key: 'Estado', value: stateTag({ state }) }, ...(said.length > 0 ? said.map(([key, value]) => ({ key, value })) : [{ key: 'Aprobado', value: sayDay(localDateOf(at)) }]), { key: 'Huella del contenido (SHA-256)', value: html`<span class="app-code">${sha256}</span>` },
]);
