import { slugOf } from '#modules/catalog/index.ts';

/** A name as it is sorted and looked for: without accents, marks and capitals, and 2 before 10. */
export const sortKeyOf = (name: string): string => slugOf(name).replaceAll('-', ' ').replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'));
