import { compileFeel } from '#kernel/feel/index.ts';
import type { Note } from '../bpmn/node.ts';
import type { Flow, FlowElement } from '../domain/types.ts';
import { expressionsOf } from './expressions.ts';

/** Variables that every case has. */
const everyCase = ['solicitante', 'tramite', 'hoy', 'ahora'];
/** Variables that repetitions and joins have. */
const ofTheEngine = ['loopCounter', 'nrOfInstances', 'nrOfCompletedInstances', 'nrOfActiveInstances', 'activationCount'];

/** Expressions use names that exist, and compare outcomes with outcomes that their task can have. */
export function checkNames(flow: Flow, variables: readonly string[] | undefined, note: Note): void {
  const elements = Object.values(flow.elements);
  const known = new Set([...(variables ?? []), ...everyCase, ...ofTheEngine, ...elements.flatMap(namesGivenBy)]);
  for (const { id, what, text } of expressionsOf(flow)) {
    const unknown = variables ? (compileFeel(text).expression?.names ?? []).filter((name) => !known.has(name)) : [];
    for (const name of unknown) note({ code: 'unknown_variable', id, reason: `${what} «${text}» usa «${name}», que no es un campo del formulario ni el resultado de un paso.`, mend: `Corrija el nombre${nearest(name, [...known])}` });
    for (const [, task, outcome] of text.matchAll(/\b(\w+)\.outcome\s*!?=\s*"([^"]*)"/g)) checkOutcomeOf(elements, id, task ?? '', outcome ?? '', note);
  }
}

const namesGivenBy = ({ id, attributes, repeat }: FlowElement): readonly string[] => [attributes['result'] ?? id, ...(repeat?.kind === 'each' && repeat.item !== undefined ? [repeat.item] : [])];

function checkOutcomeOf(elements: readonly FlowElement[], id: string, name: string, outcome: string, note: Note): void {
  const task = elements.find((element) => element.kind === 'userTask' && (element.attributes['result'] ?? element.id) === name);
  const possible = task?.attributes['outcomes']?.split(',').map((one) => one.trim());
  if (possible && !possible.includes(outcome)) note({ code: 'unknown_outcome', id, reason: `La tarea «${name}» nunca resulta en «${outcome}».`, mend: `Use uno de sus resultados: ${possible.join(', ')}.` });
}

/** The known name that differs least, when it differs little. */
function nearest(name: string, known: readonly string[]): string {
  const [best] = known.map((other) => ({ other, far: distance(name.toLowerCase(), other.toLowerCase()) })).toSorted((one, other) => one.far - other.far);
  return best && best.far <= 2 ? `: ¿quiso decir «${best.other}»?` : '.';
}

/** Edit distance of Levenshtein. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    row = row.reduce<number[]>((next, above, at) => [...next, at === 0 ? index + 1 : Math.min((next[at - 1] ?? 0) + 1, above + 1, (row[at - 1] ?? 0) + (letter === other[at - 1] ? 0 : 1))], []);
  }
  return row.at(-1) ?? 0;
}
