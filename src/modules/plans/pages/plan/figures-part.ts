import { insetText, statRow } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { cell, rowsIn } from '../../domain/plan/content.ts';
import { pointCodes, uncrossed } from '../../domain/plan/crossings.ts';
import type { InventoryFigures } from '../../domain/plan/diagnosis.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';
import type { NationalPlan } from '../../domain/national/national-plan.ts';
import { goalWords } from '../national/goal-parts.ts';

const whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 });

/** What the inventory says today, so that a diagnosis begins with it. */
export const inventoryPart = ({ procedures, withDefects, digital, requestsAYear, systems, interoperating }: InventoryFigures): Html => (procedures === 0
  ? insetText(html`El inventario de trámites está vacío, así que no hay cifras que mostrar. <a class="govuk-link" href="/plan/inventario">Llenar el inventario</a>`)
  : html`<h2 class="govuk-heading-m">Lo que dice el inventario hoy</h2>${statRow([
    { value: whole.format(procedures), label: procedures === 1 ? 'trámite' : 'trámites' }, { value: whole.format(digital), label: 'con medios digitales' }, { value: whole.format(requestsAYear), label: 'solicitudes al año, declaradas' },
    { value: whole.format(withDefects), label: 'por completar o corregir' }, { value: whole.format(systems), label: systems === 1 ? 'sistema en uso' : 'sistemas en uso' }, { value: whole.format(interoperating), label: 'que intercambian datos' },
  ])}`);

const states = [['existe', 'ya existen'], ['tramite', 'en trámite'], ['falta', 'faltan'], ['', 'sin estado']] as const;

/** How many of the enablers exist already. */
export function enablersPart(content: PlanContent): Html {
  const enablers = rowsIn(content, 'habilitadores');
  return enablers.length === 0 ? html`` : statRow(states.map(([state, label]) => ({ value: enablers.filter((row) => cell(row, 'estado') === state).length, label })));
}

/** The points of the four quadrants that no crossing uses yet. */
export function crossingsPart(content: PlanContent): Html {
  const left = uncrossed(content), all = pointCodes(content).length;
  if (all === 0) return html``;
  return html`${statRow([{ value: all, label: all === 1 ? 'punto' : 'puntos' }, { value: rowsIn(content, 'cruces').length, label: 'cruces' }, { value: left.length, label: 'puntos que todavía no se cruzan' }])}${left.length > 0 && left.length < all && html`<p class="govuk-body">Sin cruzar: ${left.join(', ')}.</p>`}`;
}

/** What the national plan says of the goals that the entity contributes to. */
export function goalsPart(content: PlanContent, frame: NationalPlan): Html {
  const codes = new Set(rowsIn(content, 'contribuciones').map((row) => cell(row, 'meta'))), goals = frame.goals.filter(({ code }) => codes.has(code));
  return goals.length === 0 ? html`` : html`<h2 class="govuk-heading-m">Lo que dice el plan nacional</h2><ul class="govuk-list">${goals.map((goal) => html`<li>${goalWords(goal)}</li>`)}</ul>`;
}

const highFrom = 6;

/** How many risks weigh most: how likely times how harmful, from 1 to 9. */
export function risksPart(content: PlanContent): Html {
  const weights = rowsIn(content, 'riesgos').map((row) => Number(cell(row, 'probabilidad')) * Number(cell(row, 'impacto')));
  const high = weights.filter((weight) => weight >= highFrom).length;
  return weights.length === 0 ? html`` : statRow([{ value: weights.length, label: weights.length === 1 ? 'riesgo' : 'riesgos' }, { value: high, label: `${high === 1 ? 'alto' : 'altos'}: lo probable por el daño da ${highFrom} o más, de 9` }]);
}
