import type { FlowElement, Repeat } from '../domain/types.ts';
import { expressionOf, flagOf, idOf, nodeOf, textOf, type Node, type Note } from './node.ts';

/** How often an activity is done, from its loop characteristics. */
export function repeatOf(node: Node, note: Note): Pick<FlowElement, 'repeat'> {
  const loop = nodeOf(node, 'loopCharacteristics');
  if (!loop) return {};
  const repeat = loop.$type === 'bpmn:StandardLoopCharacteristics' ? whileOf(loop) : eachOf(loop, idOf(node), note);
  return repeat ? { repeat } : {};
}

function whileOf(loop: Node): Repeat {
  const condition = expressionOf(loop, 'loopCondition');
  const most = Number(textOf(loop, 'loopMaximum'));
  return { kind: 'while', before: flagOf(loop, 'testBefore') === true, ...(condition === undefined ? {} : { condition }), ...(most > 0 ? { roundsMax: most } : {}) };
}

function eachOf(loop: Node, id: string, note: Note): Repeat | undefined {
  const cardinality = expressionOf(loop, 'loopCardinality');
  const collection = (textOf(loop, 'v:collection') ?? refName(loop, 'loopDataInputRef'))?.replace(/^=\s*/, '');
  const item = textOf(loop, 'v:item') ?? refName(loop, 'inputDataItem');
  const until = expressionOf(loop, 'completionCondition');
  if ((cardinality === undefined) === (collection === undefined)) {
    note({ code: 'wrong_repeat', id, reason: 'La repetición debe decir cuántas veces o por qué lista, y solo una de las dos.', mend: 'Escriba loopCardinality, o v:collection y v:item en multiInstanceLoopCharacteristics.' });
    return undefined;
  }
  if (![undefined, 'All'].includes(textOf(loop, 'behavior'))) {
    note({ code: 'unsupported_element', id, reason: 'Los eventos por cada repetición (behavior) no se ejecutan.', mend: 'Quite behavior y use un evento después de la actividad.' });
  }
  return {
    kind: 'each', sequential: flagOf(loop, 'isSequential') === true, ...(cardinality === undefined ? {} : { cardinality }),
    ...(collection === undefined ? {} : { collection }), ...(item === undefined ? {} : { item }), ...(until === undefined ? {} : { until }),
  };
}

function refName(loop: Node, property: string): string | undefined {
  const target = nodeOf(loop, property);
  return target && (textOf(target, 'name') ?? idOf(target));
}
