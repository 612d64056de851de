/** Finds the line and column, from 1, at which an element's id is written in a file. */
export type Locate = (id: string) => { readonly line?: number; readonly column?: number };

/** Makes the finder for one file. The first place wins: the diagram's own ids come after the elements they draw. */
export function locateIn(xml: string): Locate {
  const places = new Map<string, { line: number; column: number }>();
  let line = 1;
  let lineStart = 0;
  let at = 0;
  for (const match of xml.matchAll(/\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    for (let next = xml.indexOf('\n', at); next >= 0 && next < match.index; next = xml.indexOf('\n', next + 1)) {
      line += 1;
      lineStart = next + 1;
    }
    at = Math.max(at, match.index);
    const id = match[1] ?? match[2] ?? '';
    if (!places.has(id)) places.set(id, { line, column: match.index + 2 - lineStart });
  }
  return (id) => places.get(id) ?? {};
}
