import { unaryTest } from 'feelin';
import { bounded } from './bounded.ts';
import { compileFeel, feelLengthMax, type Feel } from './compile.ts';
import { evaluateFeel } from './evaluate.ts';
import { problemAt, type FeelProblem } from './problem.ts';
import { readUnary } from './read.ts';
import { pick } from './values.ts';

/** Parsed unary tests: what stands in a cell of a decision table, such as `< 18`, `"a", "b"`, `[1..5]`, `not("x")` or `-`. */
export type FeelTest = {
  readonly text: string;
  readonly names: readonly string[];
  readonly parameters: readonly string[];
  /** The same tests as an expression over `prueba`, where that means the same and is quicker. */
  readonly quick?: Feel;
};

export type CompiledUnary = { readonly test?: FeelTest; readonly problem?: FeelProblem };

/** Reads unary tests; `known` as for `compileFeel`. */
export function compileUnary(text: string, known: readonly string[] = []): CompiledUnary {
  return compiled(`${text}\0${known.join('\0')}`, () => compileAnew(text, known));
}

const compiled = bounded<CompiledUnary>(20_000);

function compileAnew(text: string, known: readonly string[]): CompiledUnary {
  if (text.length > feelLengthMax) return { problem: problemAt(text, feelLengthMax, feelLengthMax, `La celda pasa de ${feelLengthMax} caracteres.`) };
  const written = text.trim() === '' ? '-' : text;
  const reading = readUnary(written, known);
  if (reading.problem) return { problem: reading.problem };
  const { names, parameters } = reading;
  const quick = reading.simple ? compileFeel(asExpression(written), [...known]).expression : undefined;
  return { test: quick ? { text: written, names, parameters, quick } : { text: written, names, parameters } };
}

function asExpression(tests: string): string {
  const body = tests.trim();
  if (body === '-') return 'true';
  const negated = /^not\s*\(/.test(body);
  return negated ? `not(prueba in ${body.replace(/^not\s*/, '')})` : `prueba in (${body}\n)`;
}

/** Whether a value passes the tests; a test that can't be computed doesn't pass. Never throws. */
export function testUnary(test: FeelTest | string, value: unknown, variables: Readonly<Record<string, unknown>> = {}): boolean {
  const ready = typeof test === 'string' ? compileUnary(test).test : test;
  if (!ready) return false;
  if (ready.quick) return evaluateFeel(ready.quick, { ...variables, prueba: value ?? null }) === true;
  const seen = Object.fromEntries(ready.parameters.map((name) => [name, pick(variables, name) ?? null]));
  try {
    return unaryTest(ready.text, { ...seen, '?': value }).value === true;
  } catch {
    // A built-in function refused its input, such as an invalid pattern: the test doesn't pass.
    return false;
  }
}
