import { localDateOf, sayDay } from '#kernel/clock.ts';
import { buttonGroup, details, linkButton, statRow, table, tag, taskList } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Advice } from '../../domain/strategy/advice.ts';
import type { Solution, StrategyContent } from '../../domain/strategy/content.ts';
import { headingOf, type Section } from '../../domain/strategy/guide.ts';
import type { Assignment, Writer } from '../../store/strategy/people.ts';
import type { Strategy } from '../../store/strategy/strategies.ts';
import type { VersionLine } from '../../store/strategy/versions.ts';
import { sectionHref, solutionHref, strategyHref } from './addresses.ts';
import { standingTag } from './list-page.ts';

/** What the first page of a strategy shows. `comments` are the open ones by section. */
export type Overview = {
  readonly strategy: Strategy; readonly entity: { readonly name: string }; readonly sections: readonly Section[]; readonly content: StrategyContent; readonly advice: readonly Advice[];
  readonly assignments: readonly Assignment[]; readonly writers: readonly Writer[]; readonly comments: ReadonlyMap<string, number>; readonly newest: VersionLine | undefined; readonly mayWrite: boolean;
};

/** A strategy: how far it is, its parts with who has them, its solutions, and the ways out. */
export function overviewPage(shown: Overview): PageContent {
  const { strategy: { id, title, from, until }, entity, content, advice, newest, mayWrite } = shown;
  return {
    title, section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/estrategia', text: 'Estrategias' },
    main: html`<span class="govuk-caption-l">${entity.name}</span><h1 class="govuk-heading-l">${title}</h1>
      <p class="govuk-body">${standingTag(newest?.number ?? null)} Del ${sayDay(from)} al ${sayDay(until)}.${newest && html` La última versión se congeló el ${sayDay(localDateOf(newest.frozenAt))}.`}${mayWrite && html` <a class="govuk-link" href="${strategyHref(id, '/datos')}">Cambiar título, periodo u orden</a>`}</p>
      ${numbers(shown)}
      ${buttonGroup(linkButton({ href: strategyHref(id, '/documento'), text: 'Ver el documento' }), linkButton({ href: strategyHref(id, '/que-falta'), text: advice.length === 0 ? 'Qué falta: nada' : `Qué falta (${advice.length})`, kind: 'secondary' }), linkButton({ href: strategyHref(id, '/versiones'), text: 'Versiones', kind: 'secondary' }))}
      <h2 class="govuk-heading-m">Soluciones</h2>${solutions(id, content.projections.solutions, mayWrite)}
      <h2 class="govuk-heading-m">Partes del documento</h2>${parts(shown)}`,
  };
}

function numbers({ sections, content, comments }: Overview): Html {
  const needed = sections.filter(({ kind, isOptional }) => kind !== 'heading' && !isOptional), written = needed.filter(({ id }) => (content.texts[id] ?? '') !== '').length, open = [...comments.values()].reduce((sum, one) => sum + one, 0);
  return statRow([{ value: `${written} de ${needed.length}`, label: 'partes escritas' }, { value: String(content.projections.solutions.length), label: content.projections.solutions.length === 1 ? 'solución' : 'soluciones' }, { value: String(open), label: open === 1 ? 'comentario abierto' : 'comentarios abiertos' }]);
}

function solutions(id: string, all: readonly Solution[], mayWrite: boolean): Html {
  const choose = mayWrite && linkButton({ href: strategyHref(id, '/soluciones'), text: all.length === 0 ? 'Elegir los trámites' : 'Cambiar los trámites', kind: 'secondary' });
  if (all.length === 0) return html`<p class="govuk-body">La estrategia todavía no ha elegido qué trámites toma.</p>${choose}`;
  return html`${table({ caption: 'Soluciones', captionHidden: true, cards: true, firstCellNames: true, head: ['Trámite', 'Puesto', 'Diseño', 'Etapas', ''], numericColumns: [1, 3], rows: all.map((one) => [
    one.name, one.place === null ? '—' : String(one.place), designTag(one), String(one.stages.length),
    html`<a class="govuk-link" href="${mayWrite ? solutionHref(id, one.slug, 'etapas') : sectionHref(id, `puesta-en-marcha.${one.slug}`)}">${mayWrite ? 'Etapas y carga' : 'Ver sus etapas'}<span class="govuk-visually-hidden">: ${one.name}</span></a>`,
  ]) })}${choose}`;
}

const designTag = ({ flow }: Solution): Html => (flow === undefined ? tag({ text: 'Sin diagrama', colour: 'yellow' }) : flow.origin === 'published' ? tag({ text: 'Funciona en línea', colour: 'green' }) : tag({ text: 'Borrador', colour: 'blue' }));

function parts(shown: Overview): Html {
  const all = shown.sections.filter(({ kind }) => kind !== 'heading'), list = (some: readonly Section[], id: string) => taskList(some.map((section) => ({ title: headingOf(section), href: sectionHref(shown.strategy.id, section.id), hint: people(shown, section), status: state(shown, section) })), id);
  const isIdle = (section: Section): boolean => section.isOptional && (shown.content.texts[section.id] ?? '') === '' && !shown.advice.some((one) => one.section === section.id);
  return html`${list(all.filter((section) => !isIdle(section)), 'partes')}${details({ summary: 'Partes que pueden quedar vacías', body: list(all.filter(isIdle), 'opcionales') })}`;
}

function people({ assignments, writers, comments }: Overview, { id, number, source }: Section): Child {
  const assigned = assignments.find(({ section }) => section === id), open = writers.filter(({ section }) => section === id).map(({ name }) => name), count = comments.get(id) ?? 0;
  const said = [number === '' && id !== source.toLowerCase() && start(source), assigned && `A cargo de ${assigned.name}`, open.length > 0 && `La tiene abierta ${open.join(', ')}`, count > 0 && (count === 1 ? '1 comentario abierto' : `${count} comentarios abiertos`)].filter((one) => one !== undefined && one !== false);
  return said.length === 0 ? undefined : `${said.join('. ')}.`;
}

const start = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function state({ content, advice }: Overview, { id, isOptional }: Section): Html {
  const isEmpty = (content.texts[id] ?? '') === '', count = advice.filter((one) => one.section === id && one.code !== 'seccion_vacia').length;
  if (isEmpty && (count === 0 || !isOptional)) return isOptional ? tag({ text: 'Opcional', colour: 'grey' }) : tag({ text: 'Por completar', colour: 'yellow' });
  return count === 0 ? html`Escrita` : tag({ text: count === 1 ? '1 consejo' : `${count} consejos`, colour: 'blue' });
}
