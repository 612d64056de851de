import type { Form } from '#modules/forms/index.ts';
import { isRecord } from '#kernel/json.ts';
import { cleanJson, cleanText } from '../inventory/clean.ts';
import type { RowFault } from '../inventory/compare.ts';
import { sameValue } from '../inventory/differences.ts';
import { readValue } from './cells.ts';
import { idKey } from './columns.ts';
import { identifierIn, type RawRow, type Saying } from './raw-rows.ts';

/** Whether a line is of this program's own lines of JSON, and not of the portal's: it has an identifier and no `entidad`. */
export function isOwnLine(line: string): boolean {
  const record = parsed(line);
  return record !== undefined && typeof record[idKey] === 'string' && !('entidad' in record);
}

/** One line of the inventory in JSON: its identifier, and its answers under the ids of the form. */
export function rowOfJson(written: string, line: number, form: Form): RawRow {
  const record = parsed(written);
  if (record === undefined) return { line, identifier: '', name: '', said: [], faults: [{ column: '', reason: 'No es un objeto JSON.', mend: 'Revise las comillas, las comas y las llaves de la línea.' }] };
  const fields = form.pages.flatMap((page) => page.fields), faults: RowFault[] = [], said: Saying[] = [];
  for (const [key, value] of Object.entries(record)) {
    const field = fields.find(({ id }) => id === key);
    if (field && value !== null) said.push({
      field, repeats: (before) => sameValue(cleanJson(before), cleanJson(value)),
      read: (today) => { const read = readValue(field, cleanJson(value), today); return 'reason' in read ? { faults: [{ column: key, ...read }] } : read; },
    });
    else if (!field && key !== idKey) faults.push({ column: cleanText(key).slice(0, 60), reason: 'No es un campo de la ficha.', mend: 'Quítelo o corrija su nombre.' });
  }
  const text = (key: string): string => (typeof record[key] === 'string' ? record[key] : '');
  return { line, identifier: identifierIn(text(idKey)), name: cleanText(text('nombre')), said, faults };
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try { const read: unknown = JSON.parse(line); return isRecord(read) ? read : undefined; } catch { return undefined; }
}
