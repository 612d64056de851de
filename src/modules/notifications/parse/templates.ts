import { compileFeel, type Feel } from '#kernel/feel/index.ts';
import { nearest, type YamlValue } from '#kernel/yaml/index.ts';
import { functionNames, publicNames, standardNames, type Template, type Templates } from '../domain/template.ts';

const languages = ['es', 'en', 'qu', 'ay'] as const;

/** Reads a text with `{{…}}`, or one for each language with Spanish among them. */
export function readTemplates(at: YamlValue): Templates | undefined {
  if (!at.isMap) {
    const es = readTemplate(at);
    return es && { es };
  }
  const written = at.object(languages);
  if (!written.es) return at.fault('words', `Falta el texto en castellano de «${at.path}».`, 'Escriba «es: …».');
  const { es, en, qu, ay } = written, said = readTemplate(es);
  const others = { ...readUnder('en', en), ...readUnder('qu', qu), ...readUnder('ay', ay) };
  return said && { es: said, ...others };
}

function readUnder(language: 'en' | 'qu' | 'ay', at: YamlValue | undefined): Partial<Templates> {
  const template = at && readTemplate(at);
  return template ? { [language]: template } : {};
}

function readTemplate(at: YamlValue): Template | undefined {
  const text = at.text();
  if (text === undefined) return undefined;
  const parts: (string | Feel)[] = [];
  let from = 0;
  for (let open = text.indexOf('{{'); open !== -1; open = text.indexOf('{{', from)) {
    const close = text.indexOf('}}', open);
    if (close === -1) return at.faultWithin(placeIn(text, open), 'placeholder', 'Hay «{{» sin su «}}».', 'Cierre el dato con «}}», como en «{{tramite.numero}}».');
    const expression = readPlaceholder(at, text, open, close);
    if (!expression) return undefined;
    parts.push(text.slice(from, open), expression);
    from = close + 2;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

function readPlaceholder(at: YamlValue, text: string, open: number, close: number): Feel | undefined {
  const { expression, problem } = compileFeel(text.slice(open + 2, close), functionNames);
  if (!problem) return expression;
  return at.faultWithin(placeIn(text, open + 2 + problem.position.offset), 'expression', `El dato «${text.slice(open, close + 2)}» no se entiende: ${problem.message}`, 'Corrija la expresión entre «{{» y «}}».');
}

function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Which names a text may use; a public one goes out by ordinary mail. */
export type Names = { readonly known: readonly string[] | undefined; readonly isPublic?: boolean };

/** Warns of names that nothing gives, and of personal data where anybody on the way may read them. */
export function warnOfNames(at: YamlValue, templates: Templates, { known, isPublic }: Names): void {
  const used = new Set(Object.values(templates).flatMap((template: Template) => template.flatMap((part) => (typeof part === 'string' ? [] : part.names))));
  for (const name of used) {
    if (isFunction(name)) continue;
    if (known && !isStandard(name) && !known.includes(name)) warnOfUnknown(at, name, known);
    else if (isPublic && !publicNames.includes(name)) {
      at.fault('personal', `«${name}» puede llevar datos personales, y este texto sale por correo sin cifrar.`, 'Dígalo en «body», que solo se lee al ingresar.', 'warning');
    }
  }
}

function warnOfUnknown(at: YamlValue, name: string, known: readonly string[]): void {
  const near = nearest(name, [...known, ...standardNames]);
  at.fault('unknown_name', `Nada da el dato «${name}»: en su lugar no saldrá nada.`, near === undefined ? 'Use el id de un campo del formulario, o uno de estos: tramite, solicitante, plazo, cobro, cita.' : `¿Quiso escribir «${near}»?`, 'warning');
}

const isStandard = (name: string): boolean => standardNames.some((known) => known === name);
const isFunction = (name: string): boolean => functionNames.some((known) => known === name);
