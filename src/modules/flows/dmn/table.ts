import { compileFeel, compileUnary, testUnary, toPlain, tryFeel, type FeelOutcome } from '#kernel/feel/index.ts';
import type { DecisionTable, HitPolicy } from '../domain/decision.ts';
import type { Variables } from '../domain/types.ts';

type Scope = { readonly variables: Variables; readonly names: readonly string[] };
/** What a rule gives: one value for each output. */
type Hit = readonly unknown[];

/** The answer of a decision table by its hit policy (OMG DMN 1.5 §8.2.10). */
export function decideTable(table: DecisionTable, variables: Variables, names: readonly string[]): FeelOutcome {
  const scope = { variables, names };
  const values: unknown[] = [];
  for (const { expression, allowed } of table.inputs) {
    const { value } = compute(expression, scope);
    if (allowed !== undefined && value !== null && !passes(allowed, value, scope)) return { value: null, reason: `«${expression}» tiene un valor que la tabla no prevé (${allowed}).` };
    values.push(value);
  }
  const matching = table.rules.filter(({ when }) => when.every((test, index) => passes(test, values[index], scope)));
  const hits = matching.map(({ then }): Hit => then.map((text) => compute(text, scope).value));
  return hits.length === 0 ? otherwise(table, scope) : choosing[table.policy](hits, table, scope);
}

function compute(text: string, { variables, names }: Scope): FeelOutcome {
  const { expression, problem } = compileFeel(text, names);
  return expression ? tryFeel(expression, variables) : { value: null, reason: problem?.message ?? '' };
}

function passes(test: string, value: unknown, { variables, names }: Scope): boolean {
  const compiled = compileUnary(test, names).test;
  return compiled !== undefined && testUnary(compiled, value, variables);
}

/** No rule matched: the default outputs, where there are any. */
function otherwise(table: DecisionTable, scope: Scope): FeelOutcome {
  if (table.outputs.some((output) => output.otherwise !== undefined)) return { value: present(table, table.outputs.map((output) => (output.otherwise === undefined ? null : compute(output.otherwise, scope).value))) };
  if (table.policy === 'C#') return { value: 0 };
  return { value: lists.has(table.policy) ? [] : null };
}

const lists = new Set<HitPolicy>(['R', 'O', 'C']);

type Choosing = (hits: readonly Hit[], table: DecisionTable, scope: Scope) => FeelOutcome;

const choosing: Readonly<Record<HitPolicy, Choosing>> = {
  U: (hits, table) => (hits.length === 1 ? first(hits, table) : { value: null, reason: 'La tabla debe tener una sola regla que se cumpla, y se cumplen varias.' }),
  A: (hits, table) => (hits.every((hit) => same(hit, hits[0])) ? first(hits, table) : { value: null, reason: 'Se cumplen varias reglas de la tabla con salidas distintas.' }),
  F: first,
  P: (hits, table, scope) => first(inPriority(hits, table, scope), table),
  R: all,
  O: (hits, table, scope) => all(inPriority(hits, table, scope), table),
  C: all,
  'C+': aggregate((numbers) => numbers.reduce((sum, value) => sum + value, 0)),
  'C<': aggregate((numbers) => Math.min(...numbers)),
  'C>': aggregate((numbers) => Math.max(...numbers)),
  'C#': (hits) => ({ value: new Set(hits.map((hit) => JSON.stringify(toPlain(hit)))).size }),
};

function first(hits: readonly Hit[], table: DecisionTable): FeelOutcome {
  return { value: present(table, hits[0] ?? []) };
}

function all(hits: readonly Hit[], table: DecisionTable): FeelOutcome {
  return { value: hits.map((hit) => present(table, hit)) };
}

function aggregate(by: (numbers: readonly number[]) => number): Choosing {
  return (hits) => {
    const numbers = hits.map(([value]) => value).filter((value) => typeof value === 'number');
    return numbers.length === hits.length ? { value: by(numbers) } : { value: null, reason: 'La tabla agrega salidas que no son números.' };
  };
}

/** One output stands for itself; several make a context. */
function present(table: DecisionTable, hit: Hit): unknown {
  if (table.outputs.length === 1) return hit[0] ?? null;
  return Object.fromEntries(table.outputs.map(({ name }, index) => [name ?? `salida ${index + 1}`, hit[index] ?? null]));
}

const same = (one: Hit, other: Hit | undefined): boolean => JSON.stringify(toPlain(one)) === JSON.stringify(toPlain(other));

/** Hits ordered by the place of their values among the output values, first output first. */
function inPriority(hits: readonly Hit[], table: DecisionTable, scope: Scope): readonly Hit[] {
  const orders = table.outputs.map(({ values }) => (values === undefined ? [] : listOf(compute(`[${values}]`, scope).value)));
  const rank = (hit: Hit): readonly number[] => orders.map((order, index) => place(order, hit[index]));
  return hits.toSorted((one, other) => compare(rank(one), rank(other)));
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map((item) => JSON.stringify(toPlain(item))) : []);

function place(order: readonly string[], value: unknown): number {
  const found = order.indexOf(JSON.stringify(toPlain(value)));
  return found < 0 ? order.length : found;
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, rank] of one.entries()) if (rank !== other[index]) return rank - (other[index] ?? 0);
  return 0;
}
