import type { Note } from '../bpmn/node.ts';
import type { Flow, FlowElement, SequenceFlow } from '../domain/types.ts';

/** Every place where the flow chooses has something to choose by. */
export function checkGateways(flow: Flow, note: Note): void {
  for (const element of Object.values(flow.elements)) {
    const flows = element.outgoing.flatMap((id) => flow.flows[id] ?? []);
    checkDefault(element, flows, note);
    if (choosing.has(element.kind) && flows.length > 1) checkChoice(element, flows, note);
    else if (unconditioned.has(element.kind)) checkUnconditioned(flows, note);
    else checkActivity(element, flows, note);
    if (element.kind === 'eventGateway') checkEvents(flow, element, flows, note);
  }
}

const choosing = new Set<FlowElement['kind']>(['exclusiveGateway', 'inclusiveGateway', 'complexGateway']);
const unconditioned = new Set<FlowElement['kind']>(['parallelGateway', 'eventGateway', 'startEvent', 'exclusiveGateway', 'inclusiveGateway', 'complexGateway']);

function checkChoice(element: FlowElement, flows: readonly SequenceFlow[], note: Note): void {
  const open = flows.filter(({ id, condition }) => condition === undefined && id !== element.default);
  for (const { id } of open) note({ code: 'missing_condition', id, reason: `El camino sale de la decisión «${element.name ?? element.id}» sin condición.`, mend: 'Escriba su condición en FEEL, o márquelo como el camino por defecto.' });
  if (open.length === 0 && element.default === undefined) note({ code: 'may_get_stuck', id: element.id, reason: 'Si ninguna condición se cumple, el expediente se detendrá aquí.', mend: 'Marque uno de los caminos como el camino por defecto.', warning: true });
}

function checkUnconditioned(flows: readonly SequenceFlow[], note: Note): void {
  for (const { id, condition } of flows) if (condition !== undefined) note({ code: 'useless_condition', id, reason: 'La condición de este camino no se miraría nunca.', mend: 'Quítela, o ponga antes una decisión con otro camino.' });
}

function checkActivity(element: FlowElement, flows: readonly SequenceFlow[], note: Note): void {
  const stuck = flows.length > 0 && element.default === undefined && flows.every(({ condition }) => condition !== undefined);
  if (stuck) note({ code: 'may_get_stuck', id: element.id, reason: 'Todos los caminos de salida tienen condición: si ninguna se cumple, el expediente se detendrá aquí.', mend: 'Agregue un camino por defecto.', warning: true });
}

function checkDefault(element: FlowElement, flows: readonly SequenceFlow[], note: Note): void {
  if (element.default === undefined) return;
  const flow = flows.find(({ id }) => id === element.default);
  if (!flow) note({ code: 'wrong_default', id: element.id, reason: `El camino por defecto «${element.default}» no sale de este elemento.`, mend: 'Elija uno de los caminos que salen.' });
  else if (flow.condition !== undefined) note({ code: 'useless_condition', id: flow.id, reason: 'El camino por defecto no mira su condición.', mend: 'Quite la condición.' });
}

function checkEvents(flow: Flow, element: FlowElement, flows: readonly SequenceFlow[], note: Note): void {
  if (flows.length < 2) note({ code: 'wrong_choice', id: element.id, reason: 'Una decisión por eventos necesita al menos dos eventos.', mend: 'Agregue otro, o use un solo evento de espera.' });
  for (const { to } of flows) {
    const target = flow.elements[to];
    const awaits = target?.kind === 'receiveTask' || (target?.kind === 'catchEvent' && target.trigger?.kind !== 'link');
    if (!awaits) note({ code: 'wrong_choice', id: to, reason: `Después de la decisión por eventos «${element.name ?? element.id}» solo puede haber esperas.`, mend: 'Ponga un evento de mensaje, señal o plazo, o una tarea de espera.' });
    else if (target.incoming.length > 1) note({ code: 'wrong_choice', id: to, reason: 'A un evento que se elige no puede llegar otro camino.', mend: 'Duplique el evento para el otro camino.' });
    if (target?.boundary) note({ code: 'wrong_choice', id: to, reason: 'Una espera que se elige no puede tener eventos en el borde.', mend: 'Ponga esos eventos como otra opción de la decisión.' });
  }
}
