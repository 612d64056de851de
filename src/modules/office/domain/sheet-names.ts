const charactersMax = 31;

/** Names that every program of sheets accepts, in the same order: at most 31 characters, none of `[ ] : * ? / \`, no two alike. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name, at) => {
    const base = tidy(name) || `Hoja ${at + 1}`;
    const free = [base, ...wanted.map((_, count) => `${base.slice(0, charactersMax - 5).trimEnd()} (${count + 2})`)].find((one) => !taken.has(one.toLowerCase())) ?? base;
    taken.add(free.toLowerCase());
    return free;
  });
}

// «History» is a name that Excel keeps for itself.
function tidy(name: string): string {
  const plain = name.toWellFormed().replaceAll(/[\p{Cc}\ufffe\uffff[\]:*?/\\]+/gu, ' ').replaceAll(/\s+/g, ' ').replace(/^['\s]+/, '').slice(0, charactersMax).replace(/['\s]+$/, '').toWellFormed();
  return plain.toLowerCase() === 'history' ? `${plain} 1` : plain;
}
