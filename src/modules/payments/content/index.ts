import { readFileSync } from 'node:fs';
import { parseLocalDate } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { UfvValue } from '#kernel/money.ts';
import { readYaml } from '#kernel/yaml/index.ts';
import { readValue } from '../domain/ufv-form.ts';

/** Values that a demonstration starts with, oldest first, and the words that say they are no real ones. */
export type UfvExamples = { readonly source: string; readonly values: readonly UfvValue[] };

/** Reads the examples that come with the program; their test keeps the file free of faults. */
export function shippedExamples(): UfvExamples {
  const { root, faults } = readYaml(readFileSync(new URL('ufv-examples.yaml', import.meta.url), 'utf8'), 'ufv-examples.yaml', 'ufv');
  const { source, values } = root?.object(['source', 'values']) ?? {};
  const read = values?.items().map((item) => {
    const { day, value } = item.object(['day', 'value']);
    return { day: parseLocalDate(day?.text() ?? ''), valueE5: readValue(value?.text() ?? '') };
  }) ?? [];
  const whole = read.flatMap(({ day, valueE5 }) => (day && valueE5 ? [{ day, valueE5 }] : []));
  const words = source?.text();
  invariant(faults.length === 0 && words && whole.length === read.length && whole.length > 0, 'the file of examples has no faults');
  return { source: words, values: whole.sort((a, b) => a.day.localeCompare(b.day)) };
}
