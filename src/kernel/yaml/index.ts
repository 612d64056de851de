import { isAlias, LineCounter, parseDocument, visit, type Node, type YAMLError } from 'yaml';
import type { Fault } from '../faults.ts';
import { YamlValue, type YamlSource } from './value.ts';

/** YAML as designers write it, read with the place of every value, and its faults in Spanish. */
export { YamlValue } from './value.ts';
export type { Plain } from './value.ts';
export { nearest } from './nearest.ts';

const charactersMax = 1_000_000;

/**
 * Reads one YAML 1.2 document. `prefix` starts the codes of its faults (`form` gives `form.unknown_key`). `faults` goes on filling while
 * the values are read; `root` is `undefined` where the text is no YAML at all. Never throws for what is in the text.
 */
export function readYaml(text: string, file: string, prefix: string): { root: YamlValue | undefined; faults: Fault[] } {
  const lines = new LineCounter();
  const faults: Fault[] = [];
  const source: YamlSource = { file, prefix, lines, faults };
  const top = new YamlValue(null, source, '');
  if (text.length > charactersMax) {
    top.fault('too_long', `El archivo tiene más de ${charactersMax} caracteres.`, 'Divídalo o quite lo que sobra.');
    return { root: undefined, faults };
  }
  const node = parse(text, source, top);
  const root = faults.length > 0 || node === undefined ? undefined : new YamlValue(node, source, '');
  return { root, faults };
}

function parse(text: string, source: YamlSource, top: YamlValue): Node | null | undefined {
  try {
    const document = parseDocument(text, { lineCounter: source.lines, merge: false, prettyErrors: false });
    if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) return tooDeep(top);
    for (const error of document.errors) source.faults.push(toFault(error, source));
    visit(document, { Node: (_, node) => { if (isAlias(node)) refuseAlias(new YamlValue(node, source, '')); } });
    return document.contents;
  } catch {
    // The parser is recursive: thousands of nested brackets end its stack.
    return tooDeep(top);
  }
}

const tooDeep = (top: YamlValue): undefined =>
  top.fault('too_deep', 'El archivo tiene demasiados niveles, uno dentro de otro.', 'Quite niveles: un procedimiento necesita menos de diez.');

const refuseAlias = (at: YamlValue): void =>
  at.fault('alias', 'No se admiten referencias (*nombre) a otra parte del archivo.', 'Escriba el valor completo en su lugar.');

function toFault(error: YAMLError, { file, prefix, lines }: YamlSource): Fault {
  const { line, col } = lines.linePos(error.pos[0]);
  const [reason, mend] = sentences[error.code] ?? sentences.UNEXPECTED_TOKEN;
  return { file, line: Math.max(line, 1), column: Math.max(col, 1), code: `${prefix}.yaml`, reason, mend, severity: 'error' };
}

const indent = ['El sangrado no es coherente con las líneas anteriores.', 'Alinee con espacios los valores del mismo nivel.'] as const;
const quote = ['El texto empieza o sigue con un signo que YAML reserva.', 'Escriba el texto entre comillas.'] as const;

const sentences: Partial<Record<YAMLError['code'], readonly [string, string]>> & Record<'UNEXPECTED_TOKEN', readonly [string, string]> = {
  UNEXPECTED_TOKEN: ['Aquí hay algo que YAML no espera.', 'Revise los dos puntos, las comillas, los guiones y el sangrado de esta línea y de la anterior.'],
  DUPLICATE_KEY: ['Este nombre ya aparece en el mismo grupo.', 'Deje uno solo.'],
  TAB_AS_INDENT: ['Hay un tabulador en el sangrado.', 'Use espacios.'],
  BAD_INDENT: indent,
  BAD_SCALAR_START: quote,
  BLOCK_AS_IMPLICIT_KEY: ['Hay dos «nombre: valor» en la misma línea.', 'Ponga cada uno en su línea, o el texto que lleva dos puntos entre comillas.'],
  MULTILINE_IMPLICIT_KEY: ['Un nombre ocupa más de una línea.', 'Escriba «nombre: valor», con dos puntos y un espacio.'],
  MISSING_CHAR: ['Falta un signo que cierra o separa, como una comilla, un corchete o una coma.', 'Complételo.'],
  BAD_DQ_ESCAPE: ['Hay una barra invertida que YAML no entiende dentro de las comillas dobles.', 'Use comillas simples.'],
  MULTIPLE_DOCS: ['El archivo tiene varios documentos separados por «---».', 'Deje uno solo.'],
};
