import { Visitor, type Comment, type ParseResult, type VisitorObject } from 'oxc-parser';
import { lineAt, type File } from './files.ts';

/** A function with a name. `ownLines` leaves out the named functions inside it. */
export type FunctionFound = {
  readonly name: string;
  readonly line: number;
  readonly ownLines: number;
  readonly exported: boolean;
  readonly documented: boolean;
};

type Span = { readonly start: number; readonly end: number };
type Named = { readonly name: string; readonly whole: Span; readonly exported: boolean };
type Open = Named & { inner: number };

/** Every named function of a file: declarations, methods, and those that a variable or property holds. */
export function findFunctions({ text }: File, { program, comments }: ParseResult): readonly FunctionFound[] {
  const found: FunctionFound[] = [];
  const open: Open[] = [];
  const enter = (named: Named) => { open.push({ ...named, inner: 0 }); };
  const leave = () => {
    const ended = open.pop();
    if (ended === undefined) return;
    const line = lineAt(text, ended.whole.start);
    const lines = lineAt(text, ended.whole.end) - line + 1;
    const outer = open.at(-1);
    if (outer !== undefined) outer.inner += lines;
    found.push({ name: ended.name, line, ownLines: Math.max(1, lines - ended.inner), exported: ended.exported, documented: isDocumented(text, comments, ended.whole) });
  };
  new Visitor(handlersFor(enter, leave)).visit(program);
  return found;
}

type Holder = Span & { readonly type?: string };

// A function's name stands at whatever holds it, which is met first. The whole of an exported one begins at `export`.
function handlersFor(enter: (named: Named) => void, leave: () => void): VisitorObject {
  const names = new Map<unknown, Named>();
  const exports = new Map<unknown, Span>();
  const name = (value: Holder | null | undefined, called: string, holder: Span) => {
    const whole = exports.get(holder);
    if (value && isFunction(value)) names.set(value, { name: called, whole: whole ?? holder, exported: whole !== undefined });
  };
  const into = (node: unknown) => { const named = names.get(node); if (named) enter(named); };
  const outOf = (node: unknown) => { if (names.has(node)) leave(); };
  return {
    ExportNamedDeclaration: (node) => {
      const { declaration } = node;
      if (declaration?.type === 'VariableDeclaration') for (const each of declaration.declarations) exports.set(each, node);
      else if (declaration) exports.set(declaration, node);
    },
    ExportDefaultDeclaration: (node) => { exports.set(node.declaration, node); },
    VariableDeclarator: (node) => name(node.init, 'name' in node.id ? String(node.id.name) : '', node),
    Property: (node) => name(node.value, nameOfKey(node.key), node),
    PropertyDefinition: (node) => name(node.value, nameOfKey(node.key), node),
    MethodDefinition: (node) => name(node.value, nameOfKey(node.key), node),
    FunctionDeclaration: (node) => { name(node, node.id?.name ?? 'default', node); into(node); },
    'FunctionDeclaration:exit': outOf,
    FunctionExpression: into, 'FunctionExpression:exit': outOf,
    ArrowFunctionExpression: into, 'ArrowFunctionExpression:exit': outOf,
  };
}

const isFunction = ({ type }: Holder): boolean => type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration';

const nameOfKey = (key: object): string => String(('name' in key ? key.name : 'value' in key ? key.value : undefined) ?? '');

function isDocumented(text: string, comments: readonly Comment[], { start }: Span): boolean {
  const before = comments.findLast((comment) => comment.end <= start);
  return before !== undefined && before.type === 'Block' && before.value.startsWith('*') && text.slice(before.end, start).trim() === '';
}
