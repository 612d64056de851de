import type { Fault } from '#kernel/faults.ts';
import type { Locate } from './locate.ts';
import type { Note } from './node.ts';

/** Collects faults of one file, with the line on which the element's id stands. */
export function noteInto(faults: Fault[], file: string, locate: Locate, prefix = 'flow'): Note {
  return ({ code, id, reason, mend, warning }) => {
    faults.push({ file, ...(id === undefined ? {} : locate(id)), code: `${prefix}.${code}`, reason: id === undefined ? reason : `${id}: ${reason}`, mend, severity: warning ? 'warning' : 'error' });
  };
}
