import type { Context } from './types.ts';

/**
 * The revision that the person saw when the form was drawn, as its address says under `name`; `present` where it says none. What is no revision is 0, which nothing has,
 * so that nothing is written over.
 */
export const revisionSeen = ({ query }: Pick<Context, 'query'>, present: number, name = 'revision'): number => {
  const seen = query[name];
  return seen === undefined ? present : /^\d{1,9}$/.test(seen) ? Number(seen) : 0;
};
