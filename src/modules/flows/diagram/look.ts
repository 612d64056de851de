import { flagOf, nodeOf, nodesOf, textOf, type Node } from '../bpmn/node.ts';
import type { Shape } from './drawing.ts';

/** How an element looks, apart from its place. */
export type Look = Omit<Shape, 'id' | 'box' | 'label'>;

/** The look of a BPMN element of any kind, executable or not. */
export function lookOf(node: Node): Look {
  const name = textOf(node, 'name') ?? textOf(node, 'text');
  return { ...formOf(node), ...(name === undefined ? {} : { name: name.replace(/\s+/g, ' ') }) };
}

function formOf(node: Node): Look {
  const type = node.$type.replace(/^.*:/, '');
  if (type.endsWith('Event')) return eventLook(node, type);
  if (type.endsWith('Gateway')) return { form: 'gateway', ...iconFor(type.replace('Gateway', '')) };
  if (type in plain) return { form: plain[type] ?? 'other' };
  if (/SubProcess|Transaction|SubChoreography/.test(type)) return { form: 'subProcess', ...repeatsOf(node), ...(flagOf(node, 'triggeredByEvent') ? { dashed: true } : {}) };
  if (/Task|Activity/.test(type)) return { form: 'task', ...iconFor(type.replace('Task', '')), ...repeatsOf(node), ...(type === 'CallActivity' ? { thick: true } : {}) };
  return { form: 'other' };
}

const plain: Readonly<Record<string, Shape['form']>> = {
  Participant: 'pool', Lane: 'lane', DataObjectReference: 'data', DataObject: 'data', DataInput: 'data', DataOutput: 'data',
  DataStoreReference: 'store', DataStore: 'store', TextAnnotation: 'note', Group: 'group',
};

const iconFor = (icon: string): { readonly icon?: string } => (icon === '' || icon === 'CallActivity' ? {} : { icon });

function eventLook(node: Node, type: string): Look {
  const [definition, second] = [...nodesOf(node, 'eventDefinitions'), ...nodesOf(node, 'eventDefinitionRef')];
  const icon = second ? 'Multiple' : definition?.$type.replace(/^.*:/, '').replace('EventDefinition', '');
  const gentle = flagOf(node, 'isInterrupting') === false || flagOf(node, 'cancelActivity') === false;
  const throws = type === 'EndEvent' || type === 'IntermediateThrowEvent';
  const ring = type === 'StartEvent' ? 'start' : type === 'EndEvent' ? 'end' : 'middle';
  return { form: 'event', ring, ...(icon === undefined ? {} : { icon }), ...(gentle ? { dashed: true } : {}), ...(throws ? { filled: true } : {}) };
}

function repeatsOf(node: Node): Pick<Look, 'repeats'> {
  const loop = nodeOf(node, 'loopCharacteristics');
  if (!loop) return {};
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') return { repeats: 'loop' };
  return { repeats: flagOf(loop, 'isSequential') ? 'sequential' : 'parallel' };
}
