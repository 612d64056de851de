/**
 * The rows of a group in one cell, as a CSV carries them: rows are separated by `|`, the parts of a row by `::`. A sign that belongs to a text has a backslash
 * before it: `\|`, `\:`, `\\`.
 */
export function joinRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => withoutEmptyEnd(row).map(escaped).join(' :: ')).join(' | ');
}

const withoutEmptyEnd = (row: readonly string[]): readonly string[] => row.slice(0, Math.max(1, row.findLastIndex((one) => one !== '') + 1));
const escaped = (text: string): string => text.replaceAll(/[\\|]|:(?=:)|:$|^:/g, (sign) => `\\${sign}`);

/** The rows of a cell that `joinRows`, or a person, wrote; ends are trimmed, rows without anything left out. */
export function splitRows(cell: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [], part = '';
  const endPart = (): void => { row.push(part.trim()); part = ''; };
  const endRow = (): void => { endPart(); if (row.some((one) => one !== '')) rows.push(row); row = []; };
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell[at] ?? '';
    if (sign === '\\' && at + 1 < cell.length) { at += 1; part += cell[at] ?? ''; }
    else if (sign === '|') endRow();
    else if (sign === ':' && cell[at + 1] === ':') { at += 1; endPart(); }
    else part += sign;
  }
  endRow();
  return rows;
}
