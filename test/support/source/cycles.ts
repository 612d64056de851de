/** Who imports whom: for each file, the files it needs at run time. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** The groups of files that need each other in a circle (Tarjan 1972), each sorted. */
export function findCycles(graph: Graph): readonly (readonly string[])[] {
  const index = new Map<string, number>(), low = new Map<string, number>();
  const stack: string[] = [], cycles: string[][] = [];
  const lower = (file: string, to: number) => { low.set(file, Math.min(low.get(file) ?? to, to)); };

  const visit = (file: string): void => {
    index.set(file, index.size);
    lower(file, index.size - 1);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) lower(file, low.get(next) ?? 0);
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file)).sort();
    if (group.length > 1 || graph.get(file)?.includes(file)) cycles.push(group);
  };

  for (const file of graph.keys()) if (!index.has(file)) visit(file);
  return cycles;
}
