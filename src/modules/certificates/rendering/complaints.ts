/** What is wrong with a template, for whoever designs it: reason and mend in Spanish, line and column from 1 where known. */
export type Complaint = { readonly reason: string; readonly mend: string; readonly line?: number; readonly column?: number };

/** A diagnostic of the compiler, as far as it is used here. */
export type Diagnostic = {
  readonly message: string; readonly severity: number; readonly path: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } } | null;
};

/** Translates the errors among the diagnostics; a place is given where it lies in the designer's own file. */
export function complaintsFrom(diagnostics: readonly Diagnostic[], ownPath: string): Complaint[] {
  const errors = diagnostics.filter((one) => one.severity === 1);
  const place = diagnostics.find((one) => one.path === ownPath && one.range !== null)?.range?.start;
  return errors.map((one) => {
    const at = one.path === ownPath ? (one.range?.start ?? place) : place;
    return { ...inSpanish(one.message), ...(at === undefined ? {} : { line: at.line + 1, column: at.character + 1 }) };
  });
}

/** Translates one message of the compiler: reason and mend. What is not in the table is quoted as it is. */
export function inSpanish(message: string): Pick<Complaint, 'reason' | 'mend'> {
  for (const [pattern, reason, mend] of phrases) {
    const found = pattern.exec(message);
    if (found !== null) return { reason: reason.replace('$1', found[1] ?? ''), mend };
  }
  return { reason: `el compilador de plantillas (Typst) responde «${message}»`, mend: 'Corrija la línea según el manual de Typst.' };
}

const phrases: readonly (readonly [pattern: RegExp, reason: string, mend: string])[] = [
  [/dictionary does not contain key "([^"]*)"/, 'pide el dato «$1», que no existe', 'Use el identificador de un campo de form.yaml, o answer("campo") si se puede dejar vacío.'],
  [/unknown variable: (\S+)/, 'usa el nombre «$1», que no está definido', 'Impórtelo de "/base.typ" o corrija cómo está escrito.'],
  [/unresolved import|module .* does not contain `?([\w-]+)/, 'importa de la hoja base algo que no tiene: $1', 'Importe solo certificate, row, given y answer.'],
  [/expected (expression|semicolon|comma|closing)/, 'la sintaxis está incompleta', 'Revise que no falte un paréntesis, una coma o un valor.'],
  [/unclosed (\S+)/, 'falta cerrar: $1', 'Cierre el paréntesis, la llave o el texto que quedó abierto.'],
  [/missing argument: (\S+)/, 'falta el argumento «$1»', 'Añádalo a la llamada.'],
  [/unexpected argument(?:: (\S+))?/, 'sobra el argumento «$1»', 'Quítelo, o corrija cómo está escrito.'],
  [/missing alt text/, 'hay una imagen sin texto alternativo', 'Añada alt: "…" a la imagen, para quien no la ve.'],
  [/file not found/, 'abre un archivo que no está', 'La plantilla solo puede usar "/base.typ".'],
  [/maximum function call depth|infinite/, 'no termina nunca', 'Quite la repetición sin fin.'],
];
