import type { Flow, FlowElement, SequenceFlow } from '../domain/types.ts';
import { leaves } from '../elements/index.ts';
import type { Leaf } from '../domain/run.ts';
import { attributesOf, commonAttributes, foreignOf } from './extension.ts';
import { expressionOf, flagOf, idOf, nodeOf, nodesOf, textOf, type Node, type Note } from './node.ts';
import { repeatOf } from './repeat.ts';

type Found = { readonly node: Node; readonly leaf: Leaf; readonly inside: string | undefined };
type Collected = { readonly elements: Found[]; readonly flows: { readonly flow: SequenceFlow; readonly inside: string | undefined }[] };

/** What moddle read of a process, as a flow; what isn't executable is noted and left out. */
export function collect(process: Node, note: Note): Flow {
  const collected: Collected = { elements: [], flows: [] };
  walk(process, undefined, collected, note);
  noteForeign(process, collected, note);
  const elements = new Map(collected.elements.map((found) => [idOf(found.node), found]));
  const flows = collected.flows.filter(({ flow, inside }) => isSound(flow, inside, elements, note)).map(({ flow }) => flow);
  const name = textOf(process, 'name');
  const built = collected.elements.map((found) => toElement(found, flows, collected.elements, note));
  return {
    id: idOf(process), ...(name === undefined ? {} : { name }),
    elements: Object.fromEntries(built.map((element) => [element.id, element])),
    flows: Object.fromEntries(flows.map((flow) => [flow.id, flow])),
    starts: byScope(built, 'startEvent'), eventSubProcesses: byScope(built, 'eventSubProcess'),
  };
}

function walk(scope: Node, inside: string | undefined, into: Collected, note: Note): void {
  for (const node of nodesOf(scope, 'flowElements')) {
    if (node.$type === 'bpmn:SequenceFlow') into.flows.push({ flow: toFlow(node, note), inside });
    else if (!drawnOnly.has(node.$type)) take(node, inside, into, note);
  }
}

const drawnOnly = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);
const byType = new Map(Object.values<Leaf>(leaves).map((leaf) => [leaf.kind === 'eventSubProcess' ? 'event' : leaf.bpmn, leaf]));

function take(node: Node, inside: string | undefined, into: Collected, note: Note): void {
  const id = idOf(node);
  const leaf = byType.get(node.$type === 'bpmn:SubProcess' && flagOf(node, 'triggeredByEvent') ? 'event' : node.$type);
  if (!leaf) {
    const type = node.$type.replace('bpmn:', '');
    return note({ code: 'unsupported_element', id, reason: `Un elemento de tipo «${type}» no se ejecuta.`, mend: mends[type] ?? 'Use otro elemento.' });
  }
  if (id === '' || id in Object.prototype) return note({ code: 'missing_id', reason: `Un elemento «${leaf.name}» no tiene un id que sirva.`, mend: 'Dé un id a cada elemento: letras, números y guiones bajos.' });
  into.elements.push({ node, leaf, inside });
  if (leaf.kind === 'subProcess' || leaf.kind === 'eventSubProcess') walk(node, id, into, note);
}

const mends: Readonly<Record<string, string>> = {
  Transaction: 'Use un subproceso con un evento de error en el borde.',
  AdHocSubProcess: 'Use un subproceso con caminos paralelos.',
};

function toFlow(node: Node, note: Note): SequenceFlow {
  const id = idOf(node);
  const [from, to] = [nodeOf(node, 'sourceRef'), nodeOf(node, 'targetRef')];
  if (!from || !to) note({ code: 'broken_flow', id, reason: 'El camino no une dos elementos que existan.', mend: 'Corrija sourceRef y targetRef.' });
  for (const name of Object.keys(attributesOf(node))) note({ code: 'unknown_attribute', id, reason: `El atributo v:${name} no significa nada en un camino.`, mend: 'Quítelo, o póngalo en el elemento que corresponde.' });
  const condition = nodeOf(node, 'conditionExpression') && expressionOf(node, 'conditionExpression');
  const name = sayName(node);
  return { id, from: from ? idOf(from) : '', to: to ? idOf(to) : '', ...(name === undefined ? {} : { name }), ...(condition === undefined ? {} : { condition }) };
}

function isSound({ id, from, to }: SequenceFlow, inside: string | undefined, elements: ReadonlyMap<string, Found>, note: Note): boolean {
  const [source, target] = [elements.get(from), elements.get(to)];
  if (!source || !target) return false;
  if (source.inside === inside && target.inside === inside) return true;
  note({ code: 'crossing_flow', id, reason: 'El camino cruza el borde de un subproceso.', mend: 'Una los elementos de adentro entre sí, y el subproceso con los de afuera.' });
  return false;
}

function toElement({ node, leaf, inside }: Found, flows: readonly SequenceFlow[], all: readonly Found[], note: Note): FlowElement {
  const id = idOf(node);
  const name = sayName(node);
  const otherwise = nodeOf(node, 'default');
  const boundary = all.filter((other) => other.leaf.kind === 'boundaryEvent' && nodeOf(other.node, 'attachedToRef') === node).map((other) => idOf(other.node));
  noteAttributes(node, leaf, note);
  return {
    id, kind: leaf.kind, ...(name === undefined ? {} : { name }), ...(inside === undefined ? {} : { inside }),
    incoming: flows.filter(({ to }) => to === id).map((flow) => flow.id), outgoing: flows.filter(({ from }) => from === id).map((flow) => flow.id),
    ...(otherwise ? { default: idOf(otherwise) } : {}), ...(boundary.length === 0 ? {} : { boundary }),
    ...leaf.read?.(node, note), ...repeatOf(node, note), attributes: attributesOf(node),
  };
}

function noteAttributes(node: Node, leaf: Leaf, note: Note): void {
  const id = idOf(node);
  const written = Object.keys(attributesOf(node));
  const known = leaf.attributes === 'any' ? written : [...leaf.attributes, ...commonAttributes];
  for (const name of written.filter((other) => !known.includes(other))) {
    note({ code: 'unknown_attribute', id, reason: `El atributo v:${name} no significa nada aquí.`, mend: `Quítelo o corríjalo; «${leaf.name}» entiende ${known.map((other) => `v:${other}`).join(', ')}.` });
  }
  if (flagOf(node, 'isForCompensation')) note({ code: 'unsupported_element', id, reason: 'La compensación no se ejecuta.', mend: 'Dibuje los pasos que deshacen con un evento de error.' });
  if ([textOf(node, 'startQuantity'), textOf(node, 'completionQuantity')].some((quantity) => quantity !== undefined && quantity !== '1')) {
    note({ code: 'unsupported_element', id, reason: 'startQuantity y completionQuantity no se ejecutan.', mend: 'Use una unión paralela o una repetición.' });
  }
}

function noteForeign(process: Node, collected: Collected, note: Note): void {
  const prefixes = new Set([process, ...collected.elements.map(({ node }) => node)].flatMap(foreignOf));
  for (const prefix of prefixes) note({ code: 'foreign_extension', reason: `El archivo tiene atributos «${prefix}:» de otra herramienta, que aquí no hacen nada.`, mend: 'Puede dejarlos; si deben hacer algo, escríbalos con v:.', warning: true });
}

const sayName = (node: Node): string | undefined => textOf(node, 'name')?.replace(/\s+/g, ' ');

function byScope(elements: readonly FlowElement[], kind: FlowElement['kind']): Readonly<Record<string, readonly string[]>> {
  const scopes: Record<string, string[]> = {};
  for (const element of elements) if (element.kind === kind) (scopes[element.inside ?? ''] ??= []).push(element.id);
  return scopes;
}
