/** A word of a classification: how we call it, and how the State's portal does, where it has it. */
export type VocabularyEntry = { readonly name: string; readonly portal?: string };
type Entries = Readonly<Record<string, VocabularyEntry>>;

/** The words of the catalogue, read from `procedures/vocabulary.yaml`: how procedures are classified and in which words people look for them. */
export type Vocabulary = {
  readonly audiences: Entries;
  readonly categories: Entries;
  readonly lifeEvents: Entries;
  readonly departments: Entries;
  /** Ids of the procedures that the front page shows first, and that rank first among equals. */
  readonly featured: readonly string[];
  /** Each row is ways of saying the same. */
  readonly synonyms: readonly (readonly string[])[];
  /** Words that help to find nothing. */
  readonly stopWords: readonly string[];
};

export const emptyVocabulary: Vocabulary = { audiences: {}, categories: {}, lifeEvents: {}, departments: {}, featured: [], synonyms: [], stopWords: [] };

/** The name of a key, or the key in readable form when the vocabulary lacks it. */
export const nameOf = (entries: Entries, key: string): string => entries[key]?.name ?? key.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
