import { parseExpression, parseUnaryTests } from 'feelin';
import { problemAt, type FeelProblem } from './problem.ts';

type Tree = ReturnType<typeof parseExpression>;
type Node = ReturnType<Tree['resolve']>;

/** What reading a text gave: its variables, or what is wrong with it. */
export type Reading = {
  /** Every name that the expression may look up outside, also those which an inner binding may hide. */
  readonly parameters: readonly string[];
  /** The names among them that surely come from outside. */
  readonly names: readonly string[];
  /** Whether every test is a plain value or comparison (of unary tests only). */
  readonly simple: boolean;
  readonly problem?: FeelProblem;
};

/** Reads an expression. */
export const readExpression = (text: string, known: readonly string[]): Reading =>
  read(text, parseExpression(text, toContext(known), undefined), known);

/** Reads unary tests: what stands in a cell of a decision table. */
export const readUnary = (text: string, known: readonly string[]): Reading =>
  read(text, parseUnaryTests(text, toContext(known), undefined), known);

const toContext = (known: readonly string[]) => Object.fromEntries(known.map((name) => [name, null]));

function read(text: string, tree: Tree, known: readonly string[]): Reading {
  const found = { looked: new Set<string>(), filtered: new Set<string>(), bound: new Set(['item', 'partial']), simple: true };
  let problem: FeelProblem | undefined;
  tree.iterate({
    enter: (at) => {
      const node = at.node;
      if (at.type.isError) problem ??= syntaxProblem(text, node);
      const name = text.slice(node.from, node.to).replace(/\s+/g, ' ');
      problem ??= forbidden(text, node, name, known);
      note(found, node, name, known);
      return problem === undefined;
    },
  });
  const parameters = [...found.looked];
  const names = parameters.filter((name) => !found.bound.has(name) && !found.filtered.has(name));
  return problem ? { parameters, names, simple: false, problem } : { parameters, names, simple: found.simple };
}

function note(found: { looked: Set<string>; filtered: Set<string>; bound: Set<string>; simple: boolean }, node: Node, name: string, known: readonly string[]): void {
  if (node.name === 'VariableName' && node.parent?.name !== 'QualifiedName' && (!isCalled(node) || known.includes(name))) {
    found.looked.add(name);
    if (isInFilter(node)) found.filtered.add(name);
  }
  if (node.name === 'Name' || node.name === 'Key') found.bound.add(name);
  if (node.parent?.name === 'PositiveUnaryTest' && !plainTests.has(node.name)) found.simple = false;
}

const plainTests = new Set(['StringLiteral', 'NumericLiteral', 'SimplePositiveUnaryTest']);

const isCalled = (node: Node): boolean => node.parent?.name === 'FunctionInvocation' && node.parent.from === node.from;

function isInFilter(node: Node): boolean {
  for (let at: Node = node; at.parent; at = at.parent) {
    if (at.parent.name === 'FilterExpression' && at.from !== at.parent.from) return true;
  }
  return false;
}

/** Names that would reach into JavaScript, and functions that would read the machine's clock. */
function forbidden(text: string, node: Node, name: string, known: readonly string[]): FeelProblem | undefined {
  if (named.has(node.name) && name in Object.prototype) {
    return problemAt(text, node.from, node.to, `«${name}» no puede usarse como nombre. Elija otro.`);
  }
  if (node.name === 'VariableName' && isCalled(node) && clocks.has(name) && !known.includes(name)) {
    return problemAt(text, node.from, node.to, `«${name}()» leería el reloj de la máquina. Use la variable «${clocks.get(name)}».`);
  }
  if (node.name === 'SimplePositiveUnaryTest' && isDoubled(node)) return notUnderstood(text, node.from, node.to);
  return undefined;
}

/** `a = = b`: the grammar reads the second half as a test of its own, which nobody means. */
const isDoubled = (node: Node): boolean => node.firstChild?.name === 'CompareOp' && node.prevSibling?.name === 'CompareOp';

const named = new Set(['VariableName', 'Name', 'Key', 'PathName', 'Identifier']);
const clocks = new Map([['today', 'hoy'], ['now', 'ahora']]);

function syntaxProblem(text: string, node: Node): FeelProblem {
  if (node.from < node.to) return notUnderstood(text, node.from, node.to);
  const next = nextOf(node);
  if (next) return notUnderstood(text, next.from, next.to);
  const end = text.trimEnd().length;
  return problemAt(text, end, end, `La expresión está incompleta: falta algo después de «${tail(text)}».`);
}

function notUnderstood(text: string, from: number, to: number): FeelProblem {
  return problemAt(text, from, to, `No se entiende «${shorten(text.slice(from, to))}» en este lugar de la expresión.`);
}

function nextOf(node: Node): Node | undefined {
  for (let at: Node | null = node; at; at = at.parent) if (at.nextSibling) return at.nextSibling;
  return undefined;
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
const tail = (text: string): string => { const end = text.trim(); return end.length > 30 ? `…${end.slice(-29)}` : end; };
