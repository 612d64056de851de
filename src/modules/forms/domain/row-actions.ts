import type { FormBody } from '#kernel/http/types.ts';
import { answerOf, rowsOf } from './variables.ts';
import { textOf } from './posted.ts';
import { fileAnswers } from './files.ts';
import type { Answers, Field, Received } from './types.ts';

/** What a button of the page asked for, other than to go on. */
export type RowAction =
  | { readonly kind: 'add'; readonly group: string }
  | { readonly kind: 'remove'; readonly group: string; readonly row: number }
  | { readonly kind: 'remove-file'; readonly path: string; readonly file: string }
  | { readonly kind: 'upload' };

/** What came and what was there before, for the fields of one group. */
export type Incoming = { readonly body: FormBody; readonly stored: Answers; readonly uploads: Received };

/** Reads the button that was pressed, posted as `accion`. Anything else means: go on. */
export function readAction(body: FormBody): RowAction | undefined {
  const [word, path = '', rest = ''] = textOf(body, 'accion').split(':', 3);
  if (word === 'agregar') return { kind: 'add', group: path };
  if (word === 'quitar' && /^\d{1,3}$/.test(rest)) return { kind: 'remove', group: path, row: Number(rest) };
  if (word === 'quitar-archivo') return { kind: 'remove-file', path, file: rest };
  return word === 'adjuntar' ? { kind: 'upload' } : undefined;
}

/** How many rows of a group the page had, never more than one beyond what the group may have. */
export function rowCount({ body, stored }: Incoming, group: Field): number {
  const said = textOf(body, `${group.id}-filas`);
  const max = (group.behaviour.rows?.max ?? 0) + 1;
  return Math.min(/^\d{1,4}$/.test(said) ? Number(said) : rowsOf(answerOf(stored, group.id)).length, max);
}

/**
 * Carries out the pressed button on what came and on what is stored alike, so that rows keep matching. Without a button, rows that were
 * left quite empty are dropped, as long as enough remain.
 */
export function settleRows(incoming: Incoming, group: Field, action: RowAction | undefined): Incoming {
  const count = rowCount(incoming, group);
  if (action?.kind === 'add' && action.group === group.id) return withCount(incoming, group.id, count + 1);
  if (action?.kind === 'remove' && action.group === group.id) return action.row < count ? withoutRow(incoming, group.id, action.row, count) : incoming;
  return action === undefined ? withoutBlankRows(incoming, group, count) : incoming;
}

function withoutBlankRows(incoming: Incoming, group: Field, count: number): Incoming {
  let left = incoming;
  let rows = count;
  for (let row = count - 1; row >= 0 && rows > (group.behaviour.rows?.min ?? 0); row--) {
    if (isBlank(left, group, row)) { left = withoutRow(left, group.id, row, rows); rows -= 1; }
  }
  return left;
}

function isBlank({ body, stored, uploads }: Incoming, group: Field, row: number): boolean {
  const prefix = `${group.id}.${row}.`;
  const isWritten = Object.keys(body).some((name) => name.startsWith(prefix) && textOf(body, name).trim() !== '');
  const kept = Object.values(rowsOf(answerOf(stored, group.id))[row] ?? {}).some((value) => fileAnswers(value).length > 0);
  return !isWritten && !kept && !Object.keys(uploads).some((path) => path.startsWith(prefix));
}

const withCount = (incoming: Incoming, group: string, count: number): Incoming =>
  ({ ...incoming, body: { ...incoming.body, [`${group}-filas`]: String(count) } });

function withoutRow({ body, stored, uploads }: Incoming, group: string, row: number, count: number): Incoming {
  const rows = rowsOf(answerOf(stored, group)).filter((_, index) => index !== row);
  return withCount({ body: renumbered(body, group, row), stored: { ...stored, [group]: rows }, uploads: renumbered(uploads, group, row) }, group, count - 1);
}

/** Names without the row that is taken away; the rows after it move up. */
function renumbered<Value>(named: Readonly<Record<string, Value>>, group: string, row: number): Record<string, Value> {
  const kept = Object.entries(named).flatMap(([name, value]): [string, Value][] => {
    const parts = name.startsWith(`${group}.`) ? /^\.(\d{1,3})\.(.+)$/s.exec(name.slice(group.length)) : null;
    const index = Number(parts?.[1]);
    if (parts === null || index < row) return [[name, value]];
    return index === row ? [] : [[`${group}.${index - 1}.${parts[2]}`, value]];
  });
  return Object.fromEntries(kept);
}
