import { linkButton, searchBox } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/types.ts';
import { listAddress } from '../domain/address.ts';
import type { PublishedProcedure } from '../domain/package.ts';
import type { FacetCount, FacetName, SearchResult } from '../domain/search/types.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { facetValue } from './facets.ts';

/** What the front page shows: the most asked for, what can be done here, and the counts of the whole catalogue. */
export type Home = { readonly all: SearchResult; readonly featured: readonly PublishedProcedure[]; readonly runsHere: readonly PublishedProcedure[]; readonly vocabulary: Vocabulary };

/** The front page. */
export function homePage({ all, featured, runsHere, vocabulary }: Home): PageContent {
  return {
    title: 'Trámites de entidades públicas de Bolivia', section: '/',
    description: 'Encuentre un trámite, vea qué piden, cuánto cuesta y cuánto tarda, y hágalo en línea cuando se pueda.',
    main: html`<h1 class="govuk-heading-xl">¿Qué trámite necesita hacer?</h1>
<p class="govuk-body-l">Aquí encuentra qué es cada trámite, qué piden, cuánto cuesta y cuánto tarda. Algunos puede hacerlos aquí mismo, de principio a fin.</p>
${searchBox({ action: '/buscar', label: 'Buscar un trámite', hint: 'Por ejemplo: carnet, certificado de nacimiento, NIT' })}
${runsHere.length > 0 && block('Se hacen aquí, en línea', procedureLinks(runsHere))}
${featured.length > 0 && block('Trámites destacados', procedureLinks(featured))}
${block('Según lo que le pasa', facetLinks('lifeEvent', all.facets.lifeEvent, vocabulary))}
${block('Por tema', facetLinks('category', all.facets.category, vocabulary))}
<p class="govuk-body"><a class="govuk-link" href="/tramites">Ver los ${all.total} trámites del catálogo</a></p>
${block('Cómo funciona', howItWorks)}
${block('¿Recibió un documento?', html`<p class="govuk-body">Compruebe que un certificado es auténtico y sigue vigente, con su código o con el archivo.</p>${linkButton({ href: '/verificar', text: 'Verificar un documento', kind: 'secondary' })}`)}`,
  };
}

const block = (title: string, body: Child): Html => html`<section class="app-block"><h2 class="govuk-heading-m">${title}</h2>${body}</section>`;

const procedureLinks = (procedures: readonly PublishedProcedure[]): Html => html`<ul class="govuk-list app-columns">${procedures.map(({ procedure }) =>
  html`<li><a class="govuk-link" href="/tramites/${procedure.slug}">${procedure.name}</a><br><span class="app-small app-muted">${procedure.entity.name}</span></li>`)}</ul>`;

const facetLinks = (name: FacetName, counts: readonly FacetCount[], vocabulary: Vocabulary): Html => html`<ul class="govuk-list app-columns">${counts.map(({ key, label, count }) =>
  html`<li><a class="govuk-link" href="${listAddress({ text: '', filters: { [name]: key } })}">${facetValue(name, key, label, vocabulary)}</a> <span class="app-muted">(${count})</span></li>`)}</ul>`;

const howItWorks = html`<ol class="govuk-list govuk-list--number">
<li>Busque el trámite y mire si es para usted y qué le piden.</li>
<li>Si se hace aquí, ingrese con su cuenta, llene el formulario y adjunte sus documentos. Puede dejarlo y seguir después.</li>
<li>Pague, si tiene costo, y siga el avance con su número. Le avisamos si falta algo.</li>
<li>Reciba su documento firmado. Cualquiera puede verificar que es auténtico.</li>
</ol>`;
