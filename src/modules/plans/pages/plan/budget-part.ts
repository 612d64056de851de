import { statRow, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { areaNames, totalOf, type Area, type Phase } from '../../domain/plan/budget.ts';

const areas = Object.keys(areaNames) as readonly Area[];
const money = (minor: number): string => sayMoney(bob(minor));

/** The budget by phase and area, with what was spent beside what was planned. */
export function budgetPart(phases: readonly Phase[]): Html {
  if (phases.length === 0) return html``;
  const spent = phases.reduce((total, { spentMinor }) => total + spentMinor, 0), total = totalOf(phases);
  return html`${statRow([{ value: money(total), label: 'presupuesto del plan' }, { value: money(spent), label: 'ejecutado' }, { value: total === 0 ? '—' : share.format(spent / total), label: 'del presupuesto' }])}
    ${table({
      caption: 'Presupuesto por fase y área', cards: true, firstCellNames: true, head: ['Fase', 'Presupuesto', ...areas.map((area) => areaNames[area]), 'Suma de partidas', 'Ejecutado'], numericColumns: [1, 2, 3, 4, 5, 6],
      rows: phases.map(({ name, plannedMinor, byArea, itemsMinor, items, spentMinor }) => [name, plannedMinor === undefined ? '—' : money(plannedMinor), ...areas.map((area) => (items === 0 ? '—' : money(byArea[area]))), items === 0 ? 'Sin partidas' : money(itemsMinor), money(spentMinor)]),
    })}`;
}

const share = new Intl.NumberFormat('es-BO', { style: 'percent', maximumFractionDigits: 1 });
