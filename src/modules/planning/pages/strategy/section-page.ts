import { sayInstant } from '#kernel/clock.ts';
import { button, details, errorSummary, hiddenField, insetText, pagination, postForm, select, sideBySide, textArea } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Advice } from '../../domain/strategy/advice.ts';
import { headingOf, lettersMax, type Section, type ShownPart } from '../../domain/strategy/guide.ts';
import { linesOf } from '../../domain/strategy/plain-text.ts';
import type { Thread } from '../../domain/strategy/threads.ts';
import type { Assignment, Writer } from '../../store/strategy/people.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import type { SectionText } from '../../store/strategy/texts.ts';
import { sectionHref, strategyHref } from './addresses.ts';
import { adviceList } from './advice-list.ts';
import { commentsPanel } from './comments.ts';

/** What the page of a section shows. `typed` is what somebody wrote that was not kept, with the reason. */
export type SectionShown = {
  readonly ctx: Context; readonly strategy: Strategy; readonly section: Section; readonly text: SectionText | undefined; readonly advice: readonly Advice[]; readonly threads: readonly Thread[];
  readonly assignment: Assignment | undefined; readonly others: readonly Writer[]; readonly people: readonly Pick<Person, 'id' | 'name'>[]; readonly mayWrite: boolean;
  readonly previous: Section | undefined; readonly next: Section | undefined; readonly typed?: { readonly body: string; readonly problem: string }; readonly commentProblem?: string | undefined;
};

/** A section: to be written with advice beside it, or to be read; and what was said about it. */
export function sectionPage(shown: SectionShown): PageContent {
  const { strategy, section, mayWrite, typed, commentProblem } = shown;
  const problems = [...(typed === undefined ? [] : [{ href: '#texto', text: typed.problem }]), ...(commentProblem === undefined ? [] : [{ href: '#comentario', text: commentProblem }])];
  return {
    title: headingOf(section), section: '/plan', width: 'wide', noIndex: true, hasErrors: problems.length > 0, backLink: { href: strategyHref(strategy.id), text: 'Estrategia' },
    main: html`${errorSummary(problems)}<span class="govuk-caption-l">${strategy.title}</span><h1 class="govuk-heading-l">${headingOf(section)}</h1>${standing(shown)}
      ${sideBySide(mayWrite ? form(shown) : reading(shown), help(shown))}
      ${commentsPanel(shown)}${mayWrite && assigning(shown)}${onwards(shown)}`,
  };
}

function standing({ strategy, section, text, assignment, others }: SectionShown): Html {
  const open = others.map(({ name }) => name).join(', ');
  return html`<p class="govuk-body">${text === undefined ? 'Nadie ha escrito todavía.' : html`La escribió por última vez ${text.updatedName}, el ${sayInstant(text.updatedAt)}. <a class="govuk-link" href="${sectionHref(strategy.id, section.id, '/historia')}">Ver su historia</a>.`}${assignment && html` A cargo de ${assignment.name}.`}</p>
    ${open !== '' && insetText(html`<strong>La tiene abierta ${open}.</strong> Si los dos guardan, quien guarde después verá ambos textos y decidirá.`)}`;
}

const labels = { short: 'Texto', text: 'Texto', lines: 'Una por línea', heading: 'Texto' } as const;
const whole = new Intl.NumberFormat('es-BO');

function form({ ctx, strategy, section, text, typed, next }: SectionShown): Html {
  return postForm({ csrf: ctx.csrf, action: `${sectionHref(strategy.id, section.id)}?revision=${text?.revision ?? 0}`, body: html`
    ${textArea({ id: 'texto', name: 'texto', label: labels[section.kind], labelSize: 's', rows: section.kind === 'short' ? 5 : section.kind === 'lines' ? 10 : 18, value: typed?.body ?? text?.body ?? '', error: typed?.problem,
      hint: section.kind === 'lines' ? `Hasta ${whole.format(lettersMax.lines)} letras.` : `Separe los párrafos con una línea vacía; para una lista, empiece cada línea con «- ». Hasta ${whole.format(lettersMax[section.kind])} letras.` })}
    <div class="govuk-button-group">${button({ text: 'Guardar y revisar', name: 'accion', value: 'revisar' })}${next && button({ text: 'Guardar y seguir', name: 'accion', value: 'seguir', kind: 'secondary' })}</div>` });
}

function reading({ text }: SectionShown): Html {
  if (text === undefined || text.body === '') return html`<p class="govuk-body">Por completar.</p>`;
  return html`${linesOf(text.body).map((line) => html`<p class="govuk-body">${line}</p>`)}`;
}

const says: Readonly<Record<ShownPart, string>> = {
  plan: 'los planes de gobierno electrónico de la entidad', inventario: 'el inventario de trámites', priorizacion: 'el orden de prioridad con su explicación y sus gráficos', ficha: 'la ficha del trámite con sus 14 datos', lejania: 'cuántas solicitudes llegan por semana y de lejos',
  soluciones: 'el cuadro de las soluciones', normas: 'las normas de cada trámite y las generales', diseno: 'el diagrama que se ejecuta, los actores, las herramientas, los requisitos y la carga antes y después', cronograma: 'el cronograma de todas las soluciones', etapas: 'las etapas con su cronograma',
};

function help({ section, advice, strategy, text }: SectionShown): Html {
  return html`<h2 class="govuk-heading-s">Qué pide la guía</h2><ul class="govuk-list govuk-list--bullet">${section.asks.map((one) => html`<li>${one}</li>`)}</ul>${insetText(section.advice)}
    ${section.shows.length > 0 && html`<p class="govuk-body">Después de su texto, el <a class="govuk-link" href="${strategyHref(strategy.id, '/documento')}">documento</a> pone con los datos de la entidad: ${section.shows.map((one) => says[one]).join('; ')}.</p>`}
    <h2 class="govuk-heading-s">Consejos sobre lo escrito</h2>${advice.length === 0 ? html`<p class="govuk-body">${(text?.body ?? '') === '' ? 'Aparecerán cuando escriba y guarde.' : 'Ninguno: dice lo que pide la guía.'}</p>` : adviceList(advice)}`;
}

const assigning = ({ ctx, strategy, section, assignment, people }: SectionShown): Html => details({
  summary: 'Encargar esta parte', body: postForm({ csrf: ctx.csrf, action: sectionHref(strategy.id, section.id, '/encargo'), body: html`${select({ id: 'persona', name: 'persona', label: 'A cargo de', value: assignment?.personId, emptyText: 'Nadie en particular', options: people.map(({ id, name }) => ({ value: id, text: name })) })}${button({ text: 'Encargar', kind: 'secondary' })}` }),
});

const onwards = ({ strategy, previous, next }: SectionShown): Html => pagination({
  ...(previous === undefined ? {} : { previous: sectionHref(strategy.id, previous.id) }), ...(next === undefined ? {} : { next: sectionHref(strategy.id, next.id) }),
});

/** Two people wrote in a section: both texts, and a box in which to join them. */
export const conflictPage = ({ ctx, strategy, section, text }: SectionShown, typed: string): PageContent => ({
  title: 'Otra persona escribió en esta parte', section: '/plan', width: 'wide', noIndex: true, backLink: { href: sectionHref(strategy.id, section.id), text: headingOf(section) },
  main: html`<span class="govuk-caption-l">${headingOf(section)}</span><h1 class="govuk-heading-l">Otra persona escribió en esta parte</h1>
    <p class="govuk-body">${text?.updatedName} guardó esta parte el ${text && sayInstant(text.updatedAt)}, mientras usted escribía. No se perdió nada: aquí están los dos textos. Deje en el suyo lo que deba quedar y guárdelo.</p>
    ${sideBySide(html`<h2 class="govuk-heading-s">Lo que guardó ${text?.updatedName}</h2><p class="govuk-body app-diff">${text?.body}</p>`, postForm({ csrf: ctx.csrf, action: `${sectionHref(strategy.id, section.id)}?revision=${text?.revision ?? 0}`, body: html`
      ${textArea({ id: 'texto', name: 'texto', label: 'Lo que escribió usted', labelSize: 's', rows: 18, value: typed })}${hiddenField('accion', 'revisar')}${button({ text: 'Guardar lo mío' })}` }))}`,
});
