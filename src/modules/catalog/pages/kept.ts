import type { Db } from '#kernel/db/index.ts';
import { emptyVocabulary, type Vocabulary } from '../domain/vocabulary.ts';
import { readVocabulary, revisionOf } from '../store/procedures.ts';

const entriesMax = 2_000, checkEveryMilliseconds = 1_000;

/**
 * What was made from the published catalogue and is the same for everybody, kept until the catalogue changes. The change is noticed within a
 * second, in every process, because each asks for the revision that often and no oftener.
 */
export type Kept = { readonly get: <Value>(db: Db, now: Date, key: string, make: (vocabulary: Vocabulary) => Promise<Value>) => Promise<Value> };

/** An empty keeping, one for a process. */
export function createKept(): Kept {
  let entries = new Map<string, unknown>();
  let revision = '', vocabulary: Vocabulary = emptyVocabulary, checkedAt = -Infinity;
  let checking: Promise<void> | undefined;
  async function check(db: Db, at: number): Promise<void> {
    const current = await revisionOf(db);
    if (current !== revision) {
      vocabulary = await readVocabulary(db);
      entries = new Map();
      revision = current;
    }
    checkedAt = at;
  }
  return {
    async get<Value>(db: Db, now: Date, key: string, make: (vocabulary: Vocabulary) => Promise<Value>): Promise<Value> {
      if (now.getTime() - checkedAt >= checkEveryMilliseconds || now.getTime() < checkedAt) await (checking ??= check(db, now.getTime()).finally(() => { checking = undefined; }));
      const generation = entries;
      // A key always belongs to one kind of value, because it begins with the name of the page that makes it.
      if (generation.has(key)) return generation.get(key) as Value;
      const made = await make(vocabulary);
      if (generation.size >= entriesMax) generation.delete(generation.keys().next().value ?? '');
      generation.set(key, made);
      return made;
    },
  };
}
