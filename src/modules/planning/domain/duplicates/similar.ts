import { sortKeyOf } from '../inventory/sort-key.ts';

/** A procedure by its name. */
export type Named = { readonly procedureId: string; readonly name: string };

/** Two procedures whose names say nearly the same, and how much of them is shared, from 0 to 1. */
export type Pair = { readonly first: string; readonly second: string; readonly likeness: number };

const likenessMin = 0.75, bucketMax = 60, stemLetters = 6;

// Words that tell no procedure from another.
const common: ReadonlySet<string> = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'y', 'e', 'o', 'u', 'a', 'al', 'en', 'por', 'para', 'con', 'sin', 'su', 'sus', 'un', 'una', 'tramite', 'servicio', 'solicitud', 'obtencion', 'emision']);

/**
 * Pairs of procedures that may be one and the same: their names share three quarters of their words, without accents, endings and words that all names have.
 * Numbers tell them apart: «Autorización 1» is not «Autorización 2». The likest first.
 */
export function similarPairs(all: readonly Named[]): readonly Pair[] {
  const words = all.map(({ name }) => wordsOf(name)), byWord = new Map<string, number[]>(), found: Pair[] = [];
  for (const [at, set] of words.entries()) for (const word of set) { const known = byWord.get(word); if (known) known.push(at); else byWord.set(word, [at]); }
  for (const [at, set] of words.entries()) {
    // Whoever shares most words shares the two rarest, or one of them.
    const rarest = [...set].toSorted((a, b) => (byWord.get(a)?.length ?? 0) - (byWord.get(b)?.length ?? 0)).slice(0, 2);
    const others = new Set(rarest.flatMap((word) => (byWord.get(word) ?? []).slice(0, bucketMax)));
    for (const other of others) {
      const likeness = other === at ? 0 : likenessOf(set, words[other] ?? new Set()), a = all[Math.min(at, other)], b = all[Math.max(at, other)];
      if (likeness >= likenessMin && a && b) found.push({ first: a.procedureId, second: b.procedureId, likeness });
    }
  }
  return [...new Map(found.map((pair) => [`${pair.first} ${pair.second}`, pair])).values()].sort((a, b) => b.likeness - a.likeness || (a.first < b.first ? -1 : 1));
}

function wordsOf(name: string): ReadonlySet<string> {
  const words = sortKeyOf(name).split(' ').filter((word) => word !== ''), telling = words.filter((word) => !common.has(word));
  return new Set((telling.length > 0 ? telling : words).map((word) => (/\d/.test(word) ? word : word.slice(0, stemLetters))));
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]), shared = [...a].filter((word) => b.has(word)).length, tells = [...all].some((word) => /\d/.test(word) && !(a.has(word) && b.has(word)));
  return tells || all.size === 0 ? 0 : shared / all.size;
}
