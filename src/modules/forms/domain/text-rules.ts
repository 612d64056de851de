import type { Asked, Behaviour, JsonSchema, Reading } from './types.ts';
import { empty, start, value, wrong, type OwnAttributes } from './field-type.ts';

/** Limits of a text. */
export type TextRules = { readonly min: number; readonly max: number; readonly pattern: RegExp | undefined };

const lengthMax = 20_000;

/** Reads `minLength`, `maxLength` and `pattern`. */
export function readTextRules(own: OwnAttributes, maxDefault: number): TextRules {
  const max = own.get('maxLength')?.integer(1, lengthMax) ?? maxDefault;
  const min = own.get('minLength')?.integer(1, max) ?? 0;
  return { min, max, pattern: readPattern(own) };
}

/**
 * A pattern is tried on what strangers send, so one that could take exponential time is refused: a repeated group that itself repeats.
 */
function readPattern(own: OwnAttributes): RegExp | undefined {
  const at = own.get('pattern');
  const written = at?.text();
  if (at === undefined || written === undefined) return undefined;
  if (written.length > 500 || /[+*}]\)?[^)]*\)[+*{]/.test(written)) {
    return at.fault('slow_pattern', `La expresión regular «${written}» podría tardar demasiado.`, 'Quite la repetición que está dentro de otra repetición.');
  }
  try {
    return new RegExp(`^(?:${written})$`, 'u');
  } catch {
    return at.fault('pattern', `«${written}» no es una expresión regular.`, 'Revise paréntesis, corchetes y barras.');
  }
}

/** The members that every kind of text shares. `tidy` makes of the posted text what is stored. */
export function textChecks(rules: TextRules, tidy: (posted: string) => string): Pick<Behaviour, 'read' | 'check' | 'ask' | 'schema'> {
  const check = (it: unknown, asked: Asked): Reading => {
    if (it === undefined || it === null || it === '') return empty;
    if (typeof it !== 'string') return wrong('invalid', `${start(asked.name)} debe ser un texto. Escríbalo con letras y números.`);
    const fault = lengthFault([...it].length, rules, asked) ?? (rules.pattern?.test(it) === false ? wrong('pattern', `${start(asked.name)} no tiene la forma que se espera. Revise lo que escribió.`) : undefined);
    return fault ?? value(it);
  };
  return { check, read: (posted, asked) => check(tidy(posted.text()), asked), ask: ({ name }) => `Escriba ${name}.`, schema: schemaOf(rules) };
}

function lengthFault(length: number, { min, max }: TextRules, { name }: Asked): Reading | undefined {
  if (length > max) return wrong('max', `${start(name)} tiene ${length} caracteres. Escriba ${max} como máximo.`);
  if (length < min) return wrong('min', `${start(name)} tiene ${length} caracteres. Escriba ${min} como mínimo.`);
  return undefined;
}

const schemaOf = ({ min, max, pattern }: TextRules): JsonSchema =>
  ({ type: 'string', ...(min > 0 ? { minLength: min } : {}), maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) });
