import { compileFeel } from '#kernel/feel/index.ts';
import type { Note } from '../bpmn/node.ts';
import { sayTimer } from '../domain/timer-when.ts';
import type { Flow, FlowElement } from '../domain/types.ts';

/** One expression of a flow, with where it stands. */
export type Written = { readonly id: string; readonly what: string; readonly text: string };

/** Every FEEL expression can be read. */
export function checkExpressions(flow: Flow, note: Note): void {
  for (const { id, what, text } of expressionsOf(flow)) {
    const { problem } = compileFeel(text);
    if (!problem) continue;
    const { line, column } = problem.position;
    note({ code: 'wrong_expression', id, reason: `${what} «${text}»: ${problem.message}`, mend: `Corrija la expresión en su línea ${line}, carácter ${column}.` });
  }
}

/** Every expression of a flow. */
export const expressionsOf = (flow: Flow): readonly Written[] => [
  ...Object.values(flow.flows).flatMap(({ id, condition }) => written(id, 'La condición', condition)),
  ...Object.values(flow.elements).flatMap(ofElement),
];

function ofElement({ id, script, activation, repeat, trigger, attributes }: FlowElement): readonly Written[] {
  const times = trigger?.kind === 'timer' && trigger.computed ? [sayTimer(trigger.when).text] : [];
  const computed = Object.entries(attributes).filter(([name, text]) => text.startsWith('=') || name === 'correlation');
  return [
    ...written(id, 'El cálculo', script), ...written(id, 'La condición de unión', activation),
    ...(repeat?.kind === 'each' ? [...written(id, 'La cantidad', repeat.cardinality), ...written(id, 'La lista', repeat.collection), ...written(id, 'La condición de fin', repeat.until)] : []),
    ...(repeat?.kind === 'while' ? written(id, 'La condición de repetición', repeat.condition) : []),
    ...times.flatMap((text) => written(id, 'El tiempo', text)),
    ...computed.flatMap(([name, text]) => written(id, `El atributo v:${name}`, text.replace(/^=/, ''))),
  ];
}

const written = (id: string, what: string, text: string | undefined): readonly Written[] => (text === undefined ? [] : [{ id, what, text }]);
