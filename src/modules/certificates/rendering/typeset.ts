import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Given } from '../domain/given.ts';
import { complaintsFrom, inSpanish } from './complaints.ts';
import type { Complaint, Diagnostic } from './complaints.ts';
import { qrSvg } from './qr.ts';

/** What is printed: a template, what it is given, and the instant that the document carries as its date. */
export type Sheet = { readonly template: string; readonly given: Given; readonly at: Date };

/** Either something, or why not. */
export type Attempt<Value> = { readonly value: Value } | { readonly complaints: readonly Complaint[] };

/** Lays a sheet out. */
export const typeset = (compiler: NodeCompiler, workspace: string, { template, given }: Sheet): Attempt<NodeTypstDocument> =>
  typesetSource(compiler, workspace, template, { given: JSON.stringify({ ...given, qr: qrSvg(given.url) }) });

/** Lays any source out with what it is given by name. It is known to the compiler under its own hash, so that it is read once however often it is printed. */
export function typesetSource(compiler: NodeCompiler, workspace: string, source: string, inputs: Readonly<Record<string, string>>): Attempt<NodeTypstDocument> {
  const path = join(workspace, `${createHash('sha256').update(source).digest('hex').slice(0, 24)}.typ`);
  compiler.mapShadow(path, Buffer.from(source));
  const outcome = compiler.compile({ mainFilePath: path, inputs });
  const document = outcome.result;
  if (document !== null) return { value: document };
  const faults = outcome.takeDiagnostics();
  const diagnostics: readonly Diagnostic[] = faults === null ? [] : compiler.fetchDiagnostics(faults);
  return { complaints: complaintsFrom(diagnostics, path) };
}

/** Writes a document as PDF/A-2a, dated `at`. What the standard forbids, such as a picture without words, is a complaint. */
export function exportPdf(compiler: NodeCompiler, document: NodeTypstDocument, at: Date): Attempt<Buffer> {
  try {
    return { value: compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: Math.floor(at.getTime() / 1000) }) };
  } catch (caught) {
    const message = /message: "([^"]*)"/.exec(String(caught))?.[1] ?? String(caught);
    return { complaints: [inSpanish(message)] };
  }
}
