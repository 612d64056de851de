import { formatLinks, textFormats, textPage, type OfficeText } from '#modules/office/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import { button, details, hiddenField, notice, postForm, summaryList, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { FrozenSection } from '../../domain/strategy/frozen.ts';
import type { Section } from '../../domain/strategy/guide.ts';
import { differ } from '../../domain/strategy/words.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import type { SectionText } from '../../store/strategy/texts.ts';
import type { Version } from '../../store/strategy/versions.ts';
import { strategyHref } from './addresses.ts';

const formats = [...textFormats, { key: 'json', name: 'JSON', use: 'para otros programas', mediaType: 'application/json' }];

const downloads = (href: string): Html => html`<div class="app-screen-only">${details({ summary: 'Descargar', body: formatLinks(href, formats) })}</div>`;

/** The document as it stands today, to be read, printed or downloaded. */
export const documentPage = ({ id, title }: Strategy, text: OfficeText): PageContent => ({
  title: `Documento: ${title}`, section: '/plan', noIndex: true, backLink: { href: strategyHref(id), text: 'Estrategia' },
  main: html`${downloads(strategyHref(id, '/documento'))}${textPage(text)}`,
});

/** What there is to go back to: the sections of today with their texts. */
export type Present = { readonly sections: readonly Section[]; readonly texts: ReadonlyMap<string, SectionText> };

/** A frozen version: that it is untouched, how to have it, what to take back from it, and its words. */
export const versionPage = (ctx: Context, { id, title }: Strategy, version: Version, present: Present | undefined): PageContent => ({
  title: `Versión ${version.number}: ${title}`, section: '/plan', noIndex: true, backLink: { href: strategyHref(id, '/versiones'), text: 'Versiones' },
  main: html`${!version.isIntact && notice({ title: 'Aviso', body: 'El contenido guardado no coincide con su huella: alguien lo cambió fuera del programa. No lo use y avise a quien administra el sistema.' })}
    ${summaryList([
      { key: 'Congelada', value: `${sayInstant(version.frozenAt)}, por ${version.name}` }, ...(version.remark === '' ? [] : [{ key: 'Nota', value: version.remark }]),
      { key: 'Huella (SHA-256)', value: html`<span class="app-code">${version.sha256}</span> ${version.isIntact && tag({ text: 'Comprobada', colour: 'green' })}` },
    ])}
    ${downloads(strategyHref(id, `/versiones/${version.number}`))}${present && restoring(ctx, id, version, present)}${textPage(version.frozen.text)}`,
});

function restoring(ctx: Context, id: string, { number, frozen }: Version, { sections, texts }: Present): Html {
  const changed = frozen.sections.filter((old) => sections.some((one) => one.id === old.id) && differ(old.body, texts.get(old.id)?.body ?? ''));
  return html`${changed.length > 0 && html`<div class="app-screen-only">${details({ summary: `Partes que hoy dicen otra cosa (${changed.length})`, body: html`${changed.map((old) => oldText(ctx, strategyHref(id, `/versiones/${number}/restauracion`), old, texts.get(old.id)?.revision ?? 0))}` })}</div>`}`;
}

const oldText = (ctx: Context, action: string, { id, heading, body }: FrozenSection, revision: number): Html => html`<h2 class="govuk-heading-s">${heading}</h2><p class="govuk-body app-diff">${body === '' ? 'Estaba vacía.' : body}</p>
  ${postForm({ csrf: ctx.csrf, action, body: html`${hiddenField('parte', id)}${hiddenField('desde', revision)}${button({ text: 'Volver a este texto', kind: 'secondary', hiddenText: `en ${heading}` })}` })}`;
