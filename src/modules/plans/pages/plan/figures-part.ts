import { insetText, statRow } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { cell, rowsIn } from '../../domain/plan/content.ts';
import type { InventoryFigures } from '../../domain/plan/diagnosis.ts';
import type { PlanContent } from '../../domain/plan/plan.ts';

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
