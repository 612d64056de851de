import { table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { isMeasured, plansOfIndicators, type Indicator, type PlanOfIndicators } from '../../domain/indicator.ts';
import type { Figure } from '../../store/figures.ts';
import { indicatorHref } from './addresses.ts';
import { sayFigure } from '../words.ts';
import { modeTag, planWords, sayGoal, unmeasuredTag } from './words.ts';

/** Every indicator with its figure of the country and its goal, by plan. */
export const listPage = (indicators: readonly Indicator[], figures: ReadonlyMap<string, Figure>): PageContent => ({
  title: 'Indicadores', section: '/tablero', width: 'wide', backLink: { href: '/tablero', text: 'Tablero' },
  description: 'Qué se mide del gobierno electrónico, cómo se calcula y con qué datos.',
  main: html`<h1 class="govuk-heading-l">Indicadores</h1>
    <p class="govuk-body">Qué se mide, cómo se calcula y con qué datos. El sistema cuenta lo que de verdad ocurre; lo que todavía no puede contar lo dice, y nunca lo da por cero.</p>
    ${plansOfIndicators.map((plan) => planSection(plan, indicators.filter((one) => one.plan === plan), figures))}`,
});

const planSection = (plan: PlanOfIndicators, indicators: readonly Indicator[], figures: ReadonlyMap<string, Figure>): Html => html`
  <h2 class="govuk-heading-m">${planWords[plan].name}</h2><p class="govuk-body">${planWords[plan].about}</p>
  ${table({
    caption: planWords[plan].name, captionHidden: true, cards: true, firstCellNames: true, head: ['Indicador', 'Hoy, en el país', 'Meta', 'De dónde sale'],
    rows: indicators.map((one) => [html`${one.code} <a class="govuk-link" href="${indicatorHref(one.code)}">${one.name}</a>`, standing(one, figures.get(one.code)), sayGoal(one) ?? sayNoGoal(one), modeTag(one)]),
  })}`;

const standing = (indicator: Indicator, figure: Figure | undefined): Html => {
  if (!isMeasured(indicator)) return unmeasuredTag;
  return figure ? html`${sayFigure(indicator, figure.value)}` : html`Se está calculando`;
};

function sayNoGoal({ goal, unit, plan }: Indicator): string {
  if (goal === undefined) return 'Sin meta';
  if (plan === 'oruro') return 'El plan no la fija';
  return goal.state === 'unconfirmed' ? 'Por confirmar' : unit === 'existencia' ? 'Que exista' : 'Sin valor';
}
