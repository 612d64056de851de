import { sayInstant } from '#kernel/clock.ts';
import { button, details, emptyState, errorSummary, postForm, select, table, textArea, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Difference } from '../../domain/strategy/compare.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import type { VersionLine } from '../../store/strategy/versions.ts';
import { strategyHref } from './addresses.ts';
import { diffOf } from './diff.ts';

/** What the list of versions shows. `missing` is how much advice there still is. */
export type VersionsShown = { readonly ctx: Context; readonly strategy: Strategy; readonly versions: readonly VersionLine[]; readonly missing: number; readonly mayWrite: boolean; readonly problem: string | undefined };

/** How a draft is called where a version is named. */
export const draftKey = 'borrador';

/** The versions of a strategy, how to freeze the next one, and how to compare any two. */
export function versionsPage(shown: VersionsShown): PageContent {
  const { strategy, versions, mayWrite, problem } = shown;
  return {
    title: 'Versiones', section: '/plan', width: 'wide', noIndex: true, hasErrors: problem !== undefined, backLink: { href: strategyHref(strategy.id), text: 'Estrategia' },
    main: html`${errorSummary(problem === undefined ? [] : [{ href: '#nota', text: problem }])}<span class="govuk-caption-l">${strategy.title}</span><h1 class="govuk-heading-l">Versiones</h1>
      <p class="govuk-body">Una versión guarda el documento entero con los datos de ese día, y ya no cambia aunque los datos cambien.</p>
      ${versions.length === 0 ? emptyState({ title: 'Todavía no hay versiones', body: 'La estrategia es un borrador.' }) : listed(strategy, versions)}
      ${mayWrite && freezing(shown)}${versions.length > 0 && html`<h2 class="govuk-heading-m">Comparar</h2>${comparing(strategy, versions, String(versions[0]?.number ?? ''), draftKey)}`}`,
  };
}

const listed = ({ id }: Strategy, versions: readonly VersionLine[]): Html => table({
  caption: 'Versiones', captionHidden: true, cards: true, firstCellNames: true, head: ['Versión', 'Congelada', 'Por', 'Nota', 'Huella (SHA-256)'],
  rows: versions.map(({ number, frozenAt, name, remark, sha256 }) => [html`<a class="govuk-link" href="${strategyHref(id, `/versiones/${number}`)}">Versión ${number}</a>`, sayInstant(frozenAt), name, remark || '—', html`<span class="app-code">${sha256.slice(0, 16)}…</span>`]),
});

const freezing = ({ ctx, strategy, versions, missing, problem }: VersionsShown): Html => details({
  summary: `Congelar la versión ${(versions[0]?.number ?? 0) + 1}`, open: problem !== undefined || versions.length === 0, body: html`
    ${missing > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${strategyHref(strategy.id, '/que-falta')}">Hay ${missing === 1 ? '1 consejo' : `${missing} consejos`} por atender</a>. Puede congelarla igual.</p>`}${warningText('Una versión congelada no se puede cambiar ni borrar.')}
    ${postForm({ csrf: ctx.csrf, action: strategyHref(strategy.id, '/versiones'), body: html`${textArea({ id: 'nota', name: 'nota', label: 'Nota (opcional)', hint: 'Para qué se congela: por ejemplo, para enviarla a la máxima autoridad.', rows: 2, value: typeof ctx.form.nota === 'string' ? ctx.form.nota : '', error: problem })}${button({ text: 'Congelar', kind: 'warning' })}` })}`,
});

/** Asks for two states of a strategy. */
function comparing({ id }: Strategy, versions: readonly VersionLine[], before: string, after: string): Html {
  const options = [{ value: draftKey, text: 'Borrador de hoy' }, ...versions.map(({ number }) => ({ value: String(number), text: `Versión ${number}` }))];
  return html`<form method="get" action="${strategyHref(id, '/comparacion')}" class="app-filters">${select({ id: 'de', name: 'de', label: 'De', options, value: before })}${select({ id: 'a', name: 'a', label: 'A', options, value: after })}${button({ text: 'Comparar', kind: 'secondary' })}</form>`;
}

/** What the comparison of two states shows. */
export type Compared = { readonly strategy: Strategy; readonly versions: readonly VersionLine[]; readonly before: { readonly key: string; readonly name: string }; readonly after: { readonly key: string; readonly name: string }; readonly differences: readonly Difference[] };

/** Where two states of a strategy differ, word by word. */
export const comparePage = ({ strategy, versions, before, after, differences }: Compared): PageContent => ({
  title: 'Comparar', section: '/plan', width: 'wide', noIndex: true, backLink: { href: strategyHref(strategy.id, '/versiones'), text: 'Versiones' },
  main: html`<span class="govuk-caption-l">${strategy.title}</span><h1 class="govuk-heading-l">De ${before.name} a ${after.name}</h1>${comparing(strategy, versions, before.key, after.key)}
    ${differences.length === 0 ? emptyState({ title: 'Dicen lo mismo', body: 'No cambió ninguna palabra ni ningún dato.' }) : html`<p class="govuk-body">${differences.length === 1 ? 'Cambió una parte' : `Cambiaron ${differences.length} partes`}. Lo tachado se quitó; lo subrayado se agregó.</p>
    ${differences.map(({ heading, changes }) => html`<h2 class="govuk-heading-s">${heading}</h2>${diffOf(changes)}`)}`}`,
});
