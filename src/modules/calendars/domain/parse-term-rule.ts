import type { Checked, Fault } from '#kernel/faults.ts';
import { termAmountMax } from './due-date.ts';
import { rollRules, silences, suspensionPolicies, termUnits, type TermRule } from './term-rule.ts';

/** Where a term stands in its file, for the faults. */
export type TermPlace = { readonly file: string; readonly line?: number; readonly column?: number };

/**
 * Reads a term as a designer wrote it (the value that the YAML reader gives). Asked for: `name`, `amount`, `unit`, `norm`. Defaults:
 * counts from `submission`, rolls on to the next working day (Ley 2341, art. 20.II), a stop pauses, silence means nothing.
 */
export function parseTermRule(written: unknown, where: TermPlace): Checked<TermRule> {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return { value: undefined, faults: [fault(where, 'term.shape', 'El plazo no es un grupo de campos.', 'Escriba al menos name, amount, unit y norm.')] };
  }
  const reader = termReader(Object.fromEntries(Object.entries(written)), where);
  const rule = readRule(reader);
  reader.check(silenceFault(rule, where));
  return { value: reader.faults.some(({ severity }) => severity === 'error') ? undefined : rule, faults: reader.faults };
}

const keys = ['name', 'amount', 'unit', 'countsFrom', 'roll', 'suspendedBy', 'onSuspension', 'silence', 'norm', 'source'];

function readRule(reader: TermReader): TermRule {
  const suspendedBy = reader.names('suspendedBy');
  const source = reader.text('source', '');
  return {
    name: reader.text('name'), amount: reader.amount(), unit: reader.choice('unit', termUnits), countsFrom: reader.text('countsFrom', 'submission'),
    roll: reader.choice('roll', rollRules, 'next_working_day'), ...(suspendedBy && { suspendedBy }),
    onSuspension: reader.choice('onSuspension', suspensionPolicies, 'pause'), silence: reader.choice('silence', silences, 'none'),
    norm: reader.text('norm'), ...(source !== '' && { source }),
  };
}

type TermReader = ReturnType<typeof termReader>;

function termReader(written: Readonly<Record<string, unknown>>, where: TermPlace) {
  const faults: Fault[] = [];
  const note = (code: string, reason: string, mend: string): void => { faults.push(fault(where, code, reason, mend)); };
  for (const key of Object.keys(written)) {
    if (!keys.includes(key)) note('term.unknown_key', `El plazo tiene un campo que no se conoce: «${key}».`, `Use solo: ${keys.join(', ')}.`);
  }
  return {
    faults,
    check: (found: Fault | undefined): void => { if (found) faults.push(found); },
    text(key: string, preset?: string): string {
      const value = written[key] ?? preset;
      if (typeof value === 'string' && (value.trim() !== '' || value === preset)) return value.trim();
      note(`term.${key}`, `Al plazo le falta «${key}», o no es un texto.`, key === 'norm' ? 'Escriba la norma con su artículo, o «por confirmar».' : `Escriba «${key}: …» con un texto.`);
      return '';
    },
    amount(): number {
      const value = written['amount'];
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= termAmountMax) return value;
      note('term.amount', `La cantidad del plazo no es un número entero de 0 a ${termAmountMax}: «${String(value)}».`, 'Escriba por ejemplo «amount: 10».');
      return 0;
    },
    names(key: string): readonly string[] | undefined {
      const value = written[key];
      if (value === undefined || value === null) return undefined;
      if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string' && one !== '')) return value;
      note(`term.${key}`, `«${key}» no es una lista de sucesos.`, `Escriba por ejemplo «${key}: [observation]».`);
      return undefined;
    },
    choice<Choice extends string>(key: string, choices: readonly Choice[], preset?: Choice): Choice {
      const value = written[key] ?? preset;
      const found = choices.find((one) => one === value);
      if (found === undefined) note(`term.${key}`, `«${key}: ${String(value ?? '')}» no es un valor que se conozca.`, `Escriba uno de: ${choices.join(', ')}.`);
      return found ?? choices[0]!;
    },
  };
}

// Nothing is approved by silence unless a norm says so, and a norm that is still to be confirmed says nothing yet.
function silenceFault({ silence, norm }: TermRule, where: TermPlace): Fault | undefined {
  if (silence !== 'positive' || !/^(por confirmar)?$/i.test(norm)) return undefined;
  return fault(where, 'term.silence_without_norm', 'El silencio aprueba («silence: positive») sin una norma que lo diga.', 'Escriba la norma con su artículo en «norm», o use «silence: negative» o «none».');
}

const fault = (where: TermPlace, code: string, reason: string, mend: string): Fault => ({ ...where, code, reason, mend, severity: 'error' });
