import { renderPage, type Answers, type PostedState } from '#modules/forms/index.ts';
import { sayDay, type LocalDate } from '#kernel/clock.ts';
import { button, emptyState, linkButton, postForm, summaryList, table, tag, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { documentForm, documentPage } from '../../content/documents/document-form.ts';
import { differingNames, type InstitutionalDocument } from '../../domain/documents/document.ts';
import { sayKind, sayArea } from './words.ts';

/** Address of a document of the register. */
export const documentHref = (id: InstitutionalDocument['id'], rest = ''): string => `/plan/documentos/${id}${rest}`;

/** The documents of an entity, with those that have run out and the units that they call differently. */
export const documentsPage = ({ entity, documents, today, mayWrite }: { readonly entity: { readonly name: string }; readonly documents: readonly InstitutionalDocument[]; readonly today: LocalDate; readonly mayWrite: boolean }): PageContent => ({
  title: 'Documentos de la entidad', section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/pige', text: 'Planes' },
  main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">Documentos de la entidad</h1>
    <p class="govuk-body">En qué se apoya el plan: planes, manuales, reglamentos y el organigrama, con lo que cada uno dice de las unidades de la entidad.</p>${differing(documents)}
    ${documents.length === 0 ? emptyState({ title: 'Todavía no hay documentos', body: mayWrite ? 'Empiece por el PEI, el MOF, el MPP, el PISI y el organigrama.' : 'Nadie de la entidad los ha anotado.' }) : table({
      caption: 'Documentos', captionHidden: true, cards: true, firstCellNames: true, head: ['Documento', 'Clase', 'Aprobado por', 'Rige', ...(mayWrite ? ['Acciones'] : [])],
      rows: documents.map((one) => [one.title, sayKind(one.kind), one.reference === '' ? '—' : one.reference, period(one, today), ...(mayWrite ? [acts(one)] : [])]),
    })}${mayWrite && html`<p>${linkButton({ href: '/plan/documentos/nuevo', text: 'Agregar documento' })}</p>`}`,
});

const acts = ({ id, title }: InstitutionalDocument): Html => html`<a class="govuk-link" href="${documentHref(id)}">Cambiar<span class="govuk-visually-hidden"> ${title}</span></a> <a class="govuk-link" href="${documentHref(id, '/quitar')}">Quitar<span class="govuk-visually-hidden"> ${title}</span></a>`;

function period({ fromDay, toDay }: InstitutionalDocument, today: LocalDate): Html {
  const said = fromDay === null && toDay === null ? 'Sin fechas' : `${fromDay === null ? '' : `Desde el ${sayDay(fromDay)}`}${fromDay !== null && toDay !== null ? ' ' : ''}${toDay === null ? '' : `hasta el ${sayDay(toDay)}`}`;
  return html`${said.charAt(0).toUpperCase()}${said.slice(1)}${toDay !== null && toDay < today && html` ${tag({ text: 'Vencido', colour: 'yellow' })}`}`;
}

function differing(documents: readonly InstitutionalDocument[]): Html {
  const found = differingNames(documents);
  return found.length === 0 ? html`` : html`${warningText('Hay unidades que los documentos llaman de distinta manera.')}<ul class="govuk-list govuk-list--bullet">${found.map(({ area, names }) => html`<li>${sayArea(area)}: ${names.map(({ name, title }) => `«${name}» en ${title}`).join('; ')}.</li>`)}</ul>`;
}

/** A document as it is added or changed. */
export const documentEditPage = (ctx: Context, answers: Answers, { errors, entered, asksMore }: PostedState, action: string): PageContent => ({
  title: 'Documento de la entidad', section: '/plan', noIndex: true, hasErrors: errors.length > 0, backLink: { href: '/plan/documentos', text: 'Documentos' },
  main: renderPage(documentForm, documentPage, answers, errors, { csrf: ctx.csrf, context: { now: ctx.now }, entered, asksMore, action, submitText: 'Guardar' }),
});

/** Asks before a document is taken out of the register. */
export const documentRemovalPage = (ctx: Context, document: InstitutionalDocument): PageContent => ({
  title: 'Quitar el documento', section: '/plan', noIndex: true, backLink: { href: '/plan/documentos', text: 'Documentos' },
  main: html`<h1 class="govuk-heading-l">Quitar el documento</h1>${warningText('Sale de la lista de la entidad, y los planes dejan de apoyarse en él. No se puede traer de vuelta: habría que escribirlo otra vez.')}
    ${summaryList([{ key: 'Documento', value: document.title }, { key: 'Clase', value: sayKind(document.kind) }])}${postForm({ csrf: ctx.csrf, action: documentHref(document.id, `/quitar?revision=${document.revision}`), body: button({ text: 'Quitar', kind: 'warning' }) })}`,
});
