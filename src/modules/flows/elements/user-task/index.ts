import type { Leaf } from '../../domain/run.ts';
import { ask } from '../../domain/tokens.ts';
import { taskKinds, type Effect, type FlowElement, type Token } from '../../domain/types.ts';

/** A task for an officer of a unit; the flow waits until it is completed with one of its outcomes. */
export const userTask = {
  kind: 'userTask', bpmn: 'bpmn:UserTask', name: 'Tarea de un servidor', does: 'Crea una tarea en la bandeja de una unidad y espera a que se resuelva.',
  attributes: ['unit', 'kind', 'outcomes', 'fourEyesWith', 'apartFrom', 'term', 'result', 'form', 'formFor', 'fields'], activity: true, completable: true,
  enter: (run, token, element) => ask(run, taskOf(token, element)),
  withdraw: (run, { id }, element) => ask(run, { kind: 'cancelTask', token: id, element: element.id }),
} as const satisfies Leaf;

function taskOf(token: Token, { id, name, attributes }: FlowElement): Effect {
  const { unit, kind, outcomes = '', fourEyesWith, term } = attributes;
  return {
    kind: 'createTask', token: token.id, element: id, taskKind: taskKinds.find((known) => known === kind) ?? 'review', attributes,
    outcomes: outcomes.split(',').map((outcome) => outcome.trim()).filter((outcome) => outcome !== ''),
    ...(name === undefined ? {} : { name }), ...(unit === undefined ? {} : { unit }),
    ...(fourEyesWith === undefined ? {} : { fourEyesWith }), ...(term === undefined ? {} : { term }),
    ...(token.local ? { local: token.local } : {}),
  };
}
