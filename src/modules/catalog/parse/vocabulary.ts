import type { Checked, Fault } from '#kernel/faults.ts';
import { nearest, readYaml } from '#kernel/yaml/index.ts';
import type { Procedure } from '../domain/types.ts';
import type { Vocabulary, VocabularyEntry } from '../domain/vocabulary.ts';
import { defaulted, list, named, optional, required, table, text } from './shape.ts';

const entry = table({ name: required(text(200)), portal: optional(text(200)) });
const entries = named(/^[a-z0-9]+(-[a-z0-9]+)*$|^[A-Z]{2}$/, 'minúsculas y guiones, por ejemplo «seguridad-social»', (value): VocabularyEntry | undefined => entry(value));

const vocabulary = table({
  audiences: required(entries), categories: required(entries), lifeEvents: required(entries), departments: required(entries),
  featured: defaulted(list(text(200)), []), synonyms: defaulted(list(list(text(100)), 1_000), []), stopWords: defaulted(list(text(50), 1_000), []),
});

/** Reads `vocabulary.yaml`; faults instead of throwing. */
export function parseVocabulary(written: string, file: string): Checked<Vocabulary> {
  const { root, faults } = readYaml(written, file, 'vocabulary');
  const read = root && vocabulary(root);
  return { value: faults.some((fault) => fault.severity === 'error') ? undefined : read, faults };
}

/** Warns of classifications that the vocabulary does not have: they work, but nobody finds them in a filter. */
export function checkWords(procedure: Procedure, known: Vocabulary, file: string): readonly Fault[] {
  const used = [
    ['audience', procedure.audience, known.audiences], ['categories', procedure.categories, known.categories], ['lifeEvents', procedure.lifeEvents, known.lifeEvents],
    ['department', procedure.department === undefined ? [] : [procedure.department], known.departments],
  ] as const;
  return used.flatMap(([name, keys, entries]) => keys.filter((key) => !(key in entries)).map((key) => unknownWord(file, name, key, Object.keys(entries))));
}

function unknownWord(file: string, name: string, key: string, known: readonly string[]): Fault {
  const near = nearest(key, known);
  return {
    file, code: 'procedure.unknown_class', severity: 'warning', reason: `«${key}» de «${name}» no está en vocabulary.yaml.`,
    mend: near === undefined ? `Use una de estas: ${known.join(', ')}; o agréguela al vocabulario.` : `¿Quiso escribir «${near}»?`,
  };
}
