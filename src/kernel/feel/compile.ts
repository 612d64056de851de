import { evaluate, FeelFunction } from 'feelin';
import type { Warning } from 'feelin';
import { bounded } from './bounded.ts';
import { Bug, invariant } from '../errors/index.ts';
import { pick } from './values.ts';
import { problemAt, type FeelProblem } from './problem.ts';
import { readExpression, type Reading } from './read.ts';

/** Longest expression that is read, in characters; a longer one wants to be a decision table. */
export const feelLengthMax = 4_000;

/** A parsed expression, ready to be evaluated any number of times. */
export type Feel = {
  readonly text: string;
  /** Names that it takes from its variables, without those that it binds itself; for finding misspelt ones. */
  readonly names: readonly string[];
  /** Runs the parsed expression; only `evaluate.ts` calls it. */
  readonly run: (variables: Readonly<Record<string, unknown>>) => { readonly value: unknown; readonly warnings: readonly Warning[] };
};

export type CompiledFeel = { readonly expression?: Feel; readonly problem?: FeelProblem };

/**
 * Reads an expression. `known` are names of variables that a reader couldn't tell from several words, such as `Fecha de pago`,
 * or functions other than FEEL's own; ordinary names needn't be given. Equal texts are parsed once.
 */
export function compileFeel(text: string, known: readonly string[] = []): CompiledFeel {
  const key = known.length === 0 ? text : `${text}\0${known.join('\0')}`;
  return compiled(key, () => compileAnew(text, known));
}

const compiled = bounded<CompiledFeel>(5_000);

function compileAnew(text: string, known: readonly string[]): CompiledFeel {
  if (text.trim() === '') return { problem: problemAt(text, 0, 0, 'La expresión está vacía. Escriba una, por ejemplo: monto > 100.') };
  if (text.length > feelLengthMax) return { problem: problemAt(text, feelLengthMax, feelLengthMax, `La expresión pasa de ${feelLengthMax} caracteres. Divídala o use una tabla de decisión.`) };
  const reading = readExpression(text, known);
  if (reading.problem) return { problem: reading.problem };
  try {
    return { expression: { text, names: reading.names, run: prepare(text, reading, known) } };
  } catch (cause) {
    if (cause instanceof Bug) throw cause;
    // feelin computes constants while it reads, and throws what they throw.
    return { problem: problemAt(text, 0, text.length, 'La expresión tiene un valor fijo que no sirve. Revise sus fechas y números.') };
  }
}

/**
 * Evaluating `function(a, b) (…)` once gives a function that holds the parsed tree, so that each later run costs
 * microseconds and not the parse; its warnings arrive in the array that the first evaluation returned.
 */
function prepare(text: string, reading: Reading, known: readonly string[]): Feel['run'] {
  const { parameters } = reading;
  const outer = Object.fromEntries(known.map((name) => [name, null]));
  const { value, warnings } = evaluate(`function(${parameters.join(', ')}) (${text}\n)`, outer);
  invariant(value instanceof FeelFunction, 'a function definition evaluates to a function');
  return (variables) => {
    warnings.length = 0;
    const result: unknown = value.fn(...parameters.map((name) => pick(variables, name)));
    return { value: result, warnings: warnings.slice() };
  };
}
