import { sayInstant } from '#kernel/clock.ts';
import { button, buttonGroup, emptyState, insetText, linkButton, postForm, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Difference, RowChange } from '../../domain/inventory/differences.ts';
import type { Entry, Origin } from '../../domain/inventory/entry.ts';
import type { Revision } from '../../store/revisions.ts';
import { entryHref } from './addresses.ts';

/** A state of an entry, and who made it, where that is known. */
export type Stated = Revision & { readonly who: string | undefined };

const origins: Readonly<Record<Origin, string>> = { written: 'Escrito aquí', published: 'De lo publicado', portal: 'Del portal del Estado', sheet: 'De una planilla', restored: 'Vuelta a un estado anterior' };

/** What the history of an entry shows; `changed` is absent of the first state. */
export type History = { readonly entry: Entry; readonly lines: readonly (Stated & { readonly changed: readonly string[] | undefined })[]; readonly next: number | undefined; readonly mayWrite: boolean };

/** Every state of an entry, the newest first, with what it changed. */
export const historyPage = ({ entry, lines, next, mayWrite }: History): PageContent => ({
  title: `Historia: ${entry.name}`, section: '/plan', width: 'wide', noIndex: true, backLink: { href: entryHref(entry.slug), text: 'Ficha' },
  main: html`<span class="govuk-caption-l">${entry.name}</span><h1 class="govuk-heading-l">Historia de la ficha</h1>
    ${lines.length === 0 ? emptyState({ title: 'No hay más estados', body: 'La ficha no tiene estados anteriores a ese.', action: { href: entryHref(entry.slug, '/historia'), text: 'Ver los últimos' } }) : table({
      caption: 'Estados de la ficha', captionHidden: true, cards: true, head: ['Estado', 'Cuándo', 'Quién', 'De dónde', 'Qué cambió', ''],
      rows: lines.map((line) => [String(line.revision), sayInstant(line.at), line.who ?? 'El sistema', origins[line.origin], changedIn(line), links(entry, line, mayWrite)]),
    })}${next !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${entryHref(entry.slug, `/historia?antes=${next}`)}">Estados anteriores</a></p>`}`,
});

const labelsMax = 6;

function changedIn({ changed }: History['lines'][number]): string {
  if (changed === undefined) return 'Se creó';
  return changed.length === 0 ? 'Nada' : `${changed.slice(0, labelsMax).join(', ')}${changed.length > labelsMax ? ` y ${changed.length - labelsMax} más` : ''}`;
}

function links({ slug, revision: present }: Entry, { revision, changed }: History['lines'][number], mayWrite: boolean): Html {
  const isOld = revision !== present, to = (rest: string, text: string, more: string): Html => html`<a class="govuk-link" href="${entryHref(slug, `/historia/${rest}`)}">${text}<span class="govuk-visually-hidden"> ${more} ${revision}</span></a>`;
  const found = [
    ...(changed !== undefined ? [to(`${revision - 1}/${revision}`, 'Ver el cambio', 'del estado')] : []), ...(isOld ? [to(`${revision}/${present}`, 'Comparar con hoy', 'el estado')] : []),
    ...(isOld && mayWrite ? [to(`${revision}/vuelta`, 'Volver a este', 'estado')] : []),
  ];
  return html`${found.map((link, at) => html`${at > 0 && html`<br>`}${link}`)}`;
}

/** What the comparison of two states shows. */
export type Compared = { readonly entry: Entry; readonly before: Stated; readonly after: Stated; readonly differences: readonly Difference[]; readonly mayWrite: boolean };

const sayState = ({ revision, at, who, origin }: Stated): string => `Estado ${revision}, del ${sayInstant(at)}, ${who ?? 'el sistema'} (${origins[origin].toLowerCase()})`;

/** Two states of an entry, field by field. */
export const comparisonPage = ({ entry, before, after, differences, mayWrite }: Compared): PageContent => ({
  title: `Cambios de la ficha: ${entry.name}`, section: '/plan', width: 'wide', noIndex: true, backLink: { href: entryHref(entry.slug, '/historia'), text: 'Historia' },
  main: html`<span class="govuk-caption-l">${entry.name}</span><h1 class="govuk-heading-l">Del estado ${before.revision} al ${after.revision}</h1>
    <ul class="govuk-list govuk-list--bullet"><li>Antes: ${sayState(before)}</li><li>Después: ${sayState(after)}</li></ul>
    ${differencesTable(differences)}${mayWrite && before.revision !== entry.revision && linkButton({ href: entryHref(entry.slug, `/historia/${before.revision}/vuelta`), text: `Volver al estado ${before.revision}`, kind: 'secondary' })}`,
});

/** What taking back an older state shows. */
export type Restoring = { readonly ctx: Context; readonly entry: Entry; readonly wanted: Stated; readonly differences: readonly Difference[] };

/** Asks whether an older state is to be taken back, with what that changes. */
export const restorePage = ({ ctx, entry, wanted, differences }: Restoring): PageContent => ({
  title: `Volver al estado ${wanted.revision}`, section: '/plan', width: 'wide', noIndex: true, backLink: { href: entryHref(entry.slug, '/historia'), text: 'Historia' },
  main: html`<span class="govuk-caption-l">${entry.name}</span><h1 class="govuk-heading-l">Volver al estado ${wanted.revision}</h1>
    <p class="govuk-body">${sayState(wanted)}. La ficha dirá otra vez lo que decía entonces. Lo de hoy no se pierde: queda en la historia.</p>
    ${differences.length === 0 ? insetText('La ficha ya dice eso: no hay nada que cambiar.') : html`<h2 class="govuk-heading-m">Qué cambia</h2>${differencesTable(differences)}
      ${buttonGroup(postForm({ csrf: ctx.csrf, action: `${entryHref(entry.slug, `/historia/${wanted.revision}/vuelta`)}?revision=${entry.revision}`, body: button({ text: 'Volver a este estado' }) }), linkButton({ href: entryHref(entry.slug), text: 'Dejarla como está', kind: 'secondary' }))}`}`,
});

/** What two states say differently: the value before and after, or the rows that stay, go and come. */
export function differencesTable(differences: readonly Difference[], [first, second]: readonly [string, string] = ['Antes', 'Después']): Html {
  if (differences.length === 0) return html`<p class="govuk-body">Las dos dicen lo mismo.</p>`;
  return table({ caption: 'Cambios', captionHidden: true, cards: true, firstCellNames: true, head: ['Dato', first, second], rows: differences.map((one) => [one.label, ...sides(one)]) });
}

function sides(difference: Difference): readonly [Html, Html] {
  if (difference.kind === 'value') return [lines(difference.before), lines(difference.after)];
  return [rowsOf(difference.rows, 'removed'), rowsOf(difference.rows, 'added')];
}

const lines = (said: readonly string[]): Html => (said.length === 0 ? html`<span class="app-muted">Sin respuesta</span>` : html`${said.map((line, at) => html`${at > 0 && html`<br>`}${line}`)}`);

const words = { removed: 'Se quita', added: 'Se agrega' } as const;

function rowsOf(rows: readonly RowChange[], which: 'removed' | 'added'): Html {
  const shown = rows.filter(({ state }) => state === 'same' || state === which);
  if (shown.length === 0) return lines([]);
  return html`<ol class="govuk-list govuk-list--number">${shown.map(({ state, text }) => html`<li>${state === 'same' ? text : html`<span class="govuk-visually-hidden">${words[which]}: </span>${which === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`}`}</li>`)}</ol>`;
}
