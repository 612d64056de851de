import type { Fault } from '#kernel/faults.ts';
import type { Terminal } from './terminal.ts';

/** Says a fault as editors and people read it: where, what is wrong, what to do. */
export function sayFault({ say }: Pick<Terminal, 'say'>, { file, line, column, severity, code, reason, mend }: Fault): void {
  say(`${file}:${line ?? 1}:${column ?? 1}: ${severity === 'error' ? 'error' : 'aviso'}: ${reason} [${code}]`);
  say(`    → ${mend}`);
}

/** «1 error», «3 errores». */
export const count = (amount: number, one: string, many: string): string => `${amount} ${amount === 1 ? one : many}`;
