import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PublicFact } from '../domain/certificate.ts';
import { refuse } from '../errors.ts';
import type { Complaint } from './complaints.ts';
import { startCompiler, workspace } from './compiler.ts';
import { readDeclaration } from './declaration.ts';
import { exportPdf, typeset } from './typeset.ts';
import type { Attempt, Sheet } from './typeset.ts';

/** A printed sheet, not sealed yet: PDF/A-2a, tagged, in Spanish. */
export type Rendered = { readonly pdf: Buffer; readonly title: string; readonly facts: readonly PublicFact[] };

/** Prints sheets. The compiler starts with the first one and stays warm; equal sheets give equal bytes. */
export type Renderer = {
  /** Refuses with `certificates.template_failed` where the template cannot print what it is given. */
  readonly render: (sheet: Sheet) => Rendered;
  /** What is wrong with a template when it prints this; empty when nothing is. */
  readonly complaints: (sheet: Sheet) => readonly Complaint[];
};

// What the compiler remembers of old sheets is dropped now and then: it settles at about 60 MB above an idle process.
const sheetsPerEviction = 10, evictionsKept = 1;

/** Makes a renderer. It only reads this module's templates and the fonts inside the compiler. */
export function createRenderer(): Renderer {
  let compiler: NodeCompiler | undefined, printed = 0;
  const attempt = (sheet: Sheet): Attempt<Rendered> => {
    compiler ??= startCompiler();
    if (++printed % sheetsPerEviction === 0) compiler.evictCache(evictionsKept);
    return print(compiler, sheet);
  };
  return {
    render: (sheet) => {
      const made = attempt(sheet);
      return 'value' in made ? made.value : refuse('template_failed', { reason: made.complaints[0]?.reason ?? 'motivo desconocido' });
    },
    complaints: (sheet) => {
      const made = attempt(sheet);
      return 'value' in made ? [] : made.complaints;
    },
  };
}

function print(compiler: NodeCompiler, sheet: Sheet): Attempt<Rendered> {
  const laid = typeset(compiler, workspace, sheet);
  if (!('value' in laid)) return laid;
  const declared = readDeclaration(compiler.query(laid.value, { selector: '<declared>', field: 'value' }));
  if (declared === undefined) return { complaints: [noBaseSheet] };
  const written = exportPdf(compiler, laid.value, sheet.at);
  return 'value' in written ? { value: { ...declared, pdf: written.value } } : written;
}

const noBaseSheet: Complaint = {
  reason: 'no usa la hoja base', mend: 'Empiece con: #import "/base.typ": certificate, row, given — y siga con: #show: certificate.with(title: "…").',
};
