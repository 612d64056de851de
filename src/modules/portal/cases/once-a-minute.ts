/**
 * Lines of a table whose last cell says what was done, each once: what the same person did again within the same minute is said with how often.
 * Who turns ten pages of a file has looked at it ten times; its applicant wants to know that, not to read it ten times.
 */
export const onceAMinute = (lines: readonly (readonly string[])[]): string[][] =>
  [...Map.groupBy(lines, (line) => line.join('\n')).values()].map((same) => withTimes(same[0] ?? [], same.length));

const withTimes = (line: readonly string[], times: number): string[] =>
  line.map((cell, index) => (times > 1 && index === line.length - 1 ? `${cell} (${times} veces)` : cell));
