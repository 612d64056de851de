import { invariant } from '#kernel/errors/index.ts';
import { startCompiler, workspace } from './compiler.ts';
import { exportPdf, typesetSource, type Attempt } from './typeset.ts';

/** A source of Typst that we wrote ourselves, what it is given by name (`sys.inputs`), and the instant that the file carries as its date. */
export type Source = { readonly source: string; readonly inputs: Readonly<Record<string, string>>; readonly at: Date };

/**
 * Prints any source as PDF/A-2a, tagged. Starts a compiler for this one document: meant for a process that prints and ends. Equal sources give equal bytes.
 * A source that does not print is a fault of ours, whatever it is given.
 */
export function printSource({ source, inputs, at }: Source): Buffer {
  const compiler = startCompiler();
  return made(exportPdf(compiler, made(typesetSource(compiler, workspace, source, inputs)), at));
}

function made<Value>(attempt: Attempt<Value>): Value {
  invariant('value' in attempt, `a source of ours prints: ${'complaints' in attempt ? JSON.stringify(attempt.complaints[0]) : ''}`);
  return attempt.value;
}
