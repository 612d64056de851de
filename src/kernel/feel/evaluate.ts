import type { Warning } from 'feelin';
import type { Feel } from './compile.ts';

/** A value and, where FEEL could not compute it and gave `null` instead, the reason in Spanish. */
export type FeelOutcome = { readonly value: unknown; readonly reason?: string };

/** The value of an expression; `null` where FEEL can't compute it. Money is rounded by the caller. */
export const evaluateFeel = (expression: Feel, variables: Readonly<Record<string, unknown>>): unknown => tryFeel(expression, variables).value;

/** The value of an expression and, when it is `null` because something was missing or of the wrong kind, why. Never throws. */
export function tryFeel(expression: Feel, variables: Readonly<Record<string, unknown>>): FeelOutcome {
  try {
    const { value, warnings } = expression.run(variables);
    if (value !== null && value !== undefined) return { value };
    return warnings[0] ? { value: null, reason: sayWarning(expression.text, warnings[0]) } : { value: null };
  } catch (cause) {
    // feelin throws what a built-in function throws, such as an invalid pattern of `matches`.
    return { value: null, reason: `«${expression.text}» no pudo calcularse: ${cause instanceof RangeError ? 'es demasiado extensa' : 'uno de sus datos no sirve'}.` };
  }
}

function sayWarning(text: string, warning: Warning): string {
  const name = /'([^']*)'/.exec(warning.message)?.[1] ?? text;
  return `«${text}» no pudo calcularse: ${says[warning.type](name)}.`;
}

const says = {
  NO_VARIABLE_FOUND: (name) => `no hay ningún dato «${name}»`,
  NO_CONTEXT_ENTRY_FOUND: (name) => `falta el dato «${name}»`,
  NO_PROPERTY_FOUND: (name) => `falta el dato «${name}»`,
  NOT_COMPARABLE: () => 'compara valores de distinta clase',
  INVALID_TYPE: () => 'opera con valores de distinta clase o vacíos',
  INVALID_ARGUMENTS: () => 'una función recibe un valor que no le sirve',
  NO_FUNCTION_FOUND: () => 'llama a una función que no existe',
  FUNCTION_INVOCATION_FAILURE: () => 'una función recibe valores de más o de menos',
  UNSUPPORTED: () => 'usa algo que no se admite',
} as const satisfies Record<Warning['type'], (name: string) => string>;
