import { emptyState, linkButton } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Advice } from '../../domain/strategy/advice.ts';
import { headingOf, type Section } from '../../domain/strategy/guide.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import { sectionHref, solutionHref, strategyHref } from './addresses.ts';
import { adviceList } from './advice-list.ts';

// What is mended elsewhere than in the text of its section.
const inStages = new Set(['sin_etapas', 'etapa_por_corregir', 'norma_por_cambiar']), inBurden = new Set(['sin_estimacion']);

/** Everything that is missing or could be said better, by section, each with where it is mended. */
export function missingPage({ id, title }: Strategy, sections: readonly Section[], advice: readonly Advice[], mayWrite: boolean): PageContent {
  const link = (one: Advice): Html => html`${mayWrite && html` <a class="govuk-link" href="${mendHref(id, one, sections)}">Corregir<span class="govuk-visually-hidden">: ${one.reason}</span></a>`}`;
  return {
    title: 'Qué falta', section: '/plan', noIndex: true, backLink: { href: strategyHref(id), text: 'Estrategia' },
    main: html`<span class="govuk-caption-l">${title}</span><h1 class="govuk-heading-l">Qué falta</h1>
      ${advice.length === 0 ? html`${emptyState({ title: 'No falta nada', body: 'La estrategia dice todo lo que pide la guía. Léala una vez más como documento antes de congelar una versión.' })}${linkButton({ href: strategyHref(id, '/documento'), text: 'Ver el documento' })}` : html`<p class="govuk-body">Son consejos: nada de esto impide congelar una versión, y en el documento lo que nadie escribió dice «Por completar».</p>
      ${sections.map((section) => bySection(section, advice.filter((one) => one.section === section.id), link))}`}`,
  };
}

const bySection = (section: Section, advice: readonly Advice[], link: (one: Advice) => Html): Html => html`${advice.length > 0 && html`<h2 class="govuk-heading-s">${headingOf(section)}</h2>${adviceList(advice, link)}`}`;

function mendHref(id: string, { code, section }: Advice, sections: readonly Section[]): string {
  const slug = sections.find((one) => one.id === section)?.slug;
  if (code === 'sin_soluciones') return strategyHref(id, '/soluciones');
  if (code === 'orden_viejo') return strategyHref(id, '/datos');
  if (slug !== undefined && inStages.has(code)) return solutionHref(id, slug, 'etapas');
  if (slug !== undefined && inBurden.has(code)) return solutionHref(id, slug, 'carga');
  return sectionHref(id, section);
}
