/** Remembers what `make` gave for each key, at most `sizeMax` keys; the oldest are forgotten first. */
export function bounded<Value>(sizeMax: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const found = kept.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (kept.size >= sizeMax) kept.delete(kept.keys().next().value ?? key);
    kept.set(key, made);
    return made;
  };
}
