import { localDateOf, sayDay, sayInstant } from '#kernel/clock.ts';
import { button, buttonGroup, details, emptyState, linkButton, postForm, table, tag } from '#kernel/html/components.ts';
import { html, safeHref, type Child, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Check, Severity } from '../checks/contract.ts';
import { isOpenResult, isPublicPage, type Result } from '../domain/results.ts';
import type { LastRun } from '../store/results.ts';
import { entityHref, resultHref } from './addresses.ts';

const severityRows = { high: { text: 'Alta', colour: 'red' }, medium: { text: 'Media', colour: 'yellow' }, low: { text: 'Baja', colour: 'blue' } } as const satisfies Record<Severity, object>;

/** How much a check weighs, as a tag. */
export const severityTag = (severity: Severity): Html => tag(severityRows[severity]);

/** What the page over all entities shows. */
export type Overview = { readonly checks: readonly Check[]; readonly entities: readonly { readonly id: string; readonly name: string }[]; readonly countOf: (entityId: string | undefined, checkKey?: string) => number; readonly entitiesWith: (checkKey: string) => number };

/** The automatic checks over every entity: how many results each has, and what each check looks for. */
export const overviewPage = ({ checks, entities, countOf, entitiesWith }: Overview): PageContent => ({
  title: 'Comprobaciones', section: '/control', width: 'wide', noIndex: true, backLink: { href: '/control', text: 'Control' },
  main: html`<h1 class="govuk-heading-l">Comprobaciones</h1><p class="govuk-body">Reglas que se revisan solas cada día sobre lo que las entidades tienen registrado aquí. Un resultado no es todavía un hallazgo: usted decide si lo es.</p>
    <h2 class="govuk-heading-m">Por entidad</h2>${table({ caption: 'Resultados por entidad', captionHidden: true, cards: true, head: ['Entidad', 'Resultados sin atender', 'De gravedad alta'], numericColumns: [1, 2], rows: entities.map(({ id, name }) => [
      html`<a class="govuk-link" href="${entityHref(id)}">${name}</a>`, String(countOf(id)), String(checks.filter(({ severity }) => severity === 'high').reduce((sum, { key }) => sum + countOf(id, key), 0)),
    ]) })}
    <h2 class="govuk-heading-m">Por comprobación</h2>${table({ caption: 'Resultados por comprobación', captionHidden: true, cards: true, head: ['Comprobación', 'Qué debería ser', 'Norma', 'Gravedad', 'Entidades', 'Resultados'], numericColumns: [4, 5], rows: checks.map(({ key, name, rule, norm, severity }) => [name, rule, norm, severityTag(severity), String(entitiesWith(key)), String(countOf(undefined, key))]) })}`,
});

/** What the page of one entity shows. `isOwn` tells its own people, who may follow links into its planning, from whoever examines. */
export type EntityChecks = { readonly ctx: Context; readonly entity: { readonly id: string; readonly name: string }; readonly checks: readonly Check[]; readonly results: readonly Result[]; readonly gone: readonly Result[]; readonly last: LastRun | undefined; readonly isOwn: boolean; readonly mayRun: boolean };

/** What the checks found about one entity, check by check, with the rule, the norm, the evidence and how to mend it. */
export function entityChecksPage(shown: EntityChecks): PageContent {
  const { ctx, entity, checks, results, gone, last, isOwn, mayRun } = shown, found = checks.filter(({ key }) => results.some(({ checkKey }) => checkKey === key)), rest = checks.filter((one) => !found.includes(one));
  const baseless = rest.filter(({ key }) => last?.baseless.includes(key)), clean = rest.filter((one) => !baseless.includes(one));
  return {
    title: 'Comprobaciones', section: '/control', noIndex: true, backLink: isOwn ? { href: '/control', text: 'Control' } : { href: '/control/comprobaciones', text: 'Comprobaciones' },
    main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Comprobaciones</h1>
      <p class="govuk-body">${isOwn ? 'Lo que encontraría quien examine hoy a su entidad, con lo que hay que hacer.' : 'Un resultado no es todavía un hallazgo: usted decide si lo es.'} ${last === undefined ? 'Todavía no se hicieron.' : `Se hicieron por última vez el ${sayInstant(last.at)}.`}</p>
      ${mayRun && postForm({ csrf: ctx.csrf, action: entityHref(entity.id, '/corrida'), body: button({ text: 'Comprobar ahora', kind: 'secondary' }) })}
      ${last !== undefined && results.length === 0 && emptyState({ title: 'No se encontró nada', body: 'Ninguna comprobación encontró algo en lo que hay registrado.' })}
      ${found.map((one) => checkBlock(shown, one))}${last !== undefined && html`${ruleList('Sin novedad', '', clean)}${ruleList('Sin datos que revisar', 'No hay nada registrado sobre lo que tratan estas comprobaciones, así que no se puede decir que esté bien.', baseless)}`}
      ${gone.length > 0 && details({ summary: 'Lo que ya no está', body: html`<ul class="govuk-list govuk-list--bullet">${gone.map(({ id, says, goneAt }) => html`<li><a class="govuk-link" href="${resultHref(id)}">${says}</a>${goneAt && ` Dejó de verse el ${sayDay(localDateOf(goneAt))}.`}</li>`)}</ul>` })}`,
  };
}

const ruleList = (title: string, lead: string, those: readonly Check[]): Child => those.length > 0 && html`<h2 class="govuk-heading-m">${title}</h2>${lead && html`<p class="govuk-body">${lead}</p>`}<ul class="govuk-list govuk-list--bullet">${those.map(({ name, rule }) => html`<li>${name}: <span class="app-muted">${rule}</span></li>`)}</ul>`;

function checkBlock({ results, isOwn }: EntityChecks, { key, name, rule, norm, mend, severity }: Check): Html {
  return html`<h2 class="govuk-heading-m">${name} ${severityTag(severity)}</h2><p class="govuk-body">${rule} <span class="app-muted">${norm}.</span></p><p class="govuk-body"><strong>Qué hacer:</strong> ${mend}</p>
    ${table({ caption: name, captionHidden: true, cards: true, head: ['Qué se encontró', 'Desde', 'Estado'], rows: results.filter(({ checkKey }) => checkKey === key).map((one) => [
      html`<a class="govuk-link" href="${resultHref(one.id)}">${one.says}</a>${seeLink(one, isOwn)}`, sayDay(localDateOf(one.firstSeen)), isOpenResult(one) ? tag({ text: 'Sin atender', colour: 'yellow' }) : tag({ text: 'Descartado', colour: 'grey' }),
    ]) })}`;
}

/** Where a result can be seen, for whoever may open that page. */
export const seeLink = ({ href, says }: Pick<Result, 'href' | 'says'>, isOwn: boolean): Child => href !== null && (isOwn || isPublicPage(href)) && html` <br><a class="govuk-link" href="${safeHref(href)}">Ver dónde<span class="govuk-visually-hidden">: ${says}</span></a>`;

/** The buttons below a result that becomes a finding, where there is no examination to put it in. */
export const beginFor = (entityId: string): Html => html`<p class="govuk-body">No hay ningún examen en elaboración sobre esta entidad.</p>${buttonGroup(linkButton({ href: `/control/examenes/nuevo?entidad=${entityId}`, text: 'Empezar un examen', kind: 'secondary' }))}`;
