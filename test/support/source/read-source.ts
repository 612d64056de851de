import { parseSync, Visitor, type ParseResult } from 'oxc-parser';
import { invariant } from '#kernel/errors/index.ts';
import { lineAt, type File } from './files.ts';
import { findFunctions, type FunctionFound } from './functions.ts';
import { findImports, type Import } from './imports.ts';

/** Something at a line of a file. */
export type Spot = { readonly line: number; readonly what: string };

/** What the checks want to know of a TypeScript file. */
export type Source = File & {
  readonly lines: number;
  /** Lines that hold code: neither empty nor only comment. */
  readonly codeLines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly FunctionFound[];
  /** Where the compiler is told to look away: `any`, `as` other than `as const`, `!`, `@ts-…` comments. */
  readonly escapes: readonly Spot[];
  readonly throws: readonly (Spot & { readonly raw: boolean })[];
};

const known = new Map<string, Source>();

/** Reads a TypeScript file once. */
export function readSource(file: File): Source {
  const source = known.get(file.path) ?? parse(file);
  known.set(file.path, source);
  return source;
}

function parse(file: File): Source {
  const parsed = parseSync(file.path, file.text, { preserveParens: false });
  invariant(parsed.errors.length === 0, `${file.path} is TypeScript: ${parsed.errors[0]?.message}`);
  const at = (node: { start: number }) => lineAt(file.text, node.start);
  return {
    ...file, lines: file.text.trimEnd().split('\n').length, codeLines: countCodeLines(file.text, parsed),
    imports: findImports(file, parsed.module), functions: findFunctions(file, parsed), ...findEscapesAndThrows(parsed, at),
  };
}

function countCodeLines(text: string, { comments }: ParseResult): number {
  const blank = (whole: string, { start, end }: { start: number; end: number }) => whole.slice(0, start) + whole.slice(start, end).replace(/[^\n]/g, ' ') + whole.slice(end);
  return comments.reduce(blank, text).split('\n').filter((line) => line.trim() !== '').length;
}

function findEscapesAndThrows({ program, comments }: ParseResult, at: (node: { start: number }) => number): Pick<Source, 'escapes' | 'throws'> {
  const escapes: Spot[] = comments.filter(({ value }) => /^\s*@ts-/.test(value)).map((comment) => ({ line: at(comment), what: comment.value.trim() }));
  const throws: (Spot & { raw: boolean })[] = [];
  new Visitor({
    TSAnyKeyword: (node) => { escapes.push({ line: at(node), what: 'any' }); },
    TSNonNullExpression: (node) => { escapes.push({ line: at(node), what: '!' }); },
    TSAsExpression: (node) => { if (!isConst(node.typeAnnotation)) escapes.push({ line: at(node), what: node.expression.type === 'TSAsExpression' ? 'as … as' : 'as' }); },
    ThrowStatement: ({ start, argument }) => {
      const raw = argument.type === 'NewExpression' && argument.callee.type === 'Identifier' && argument.callee.name === 'Error';
      throws.push({ line: at({ start }), what: 'throw', raw });
    },
  }).visit(program);
  return { escapes, throws };
}

const isConst = (type: { type: string; typeName?: unknown }): boolean =>
  type.type === 'TSTypeReference' && (type.typeName as { name?: string } | undefined)?.name === 'const';
