/** A Markdown table; bars within a cell are escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What stands at the top of every generated page. */
export const generated = 'Made from the program by `npm run reference`; a test fails while it is stale. Do not edit it by hand.';
