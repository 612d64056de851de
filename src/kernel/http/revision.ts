import type { Context } from './types.ts';

/** The revision that the person saw when the form was drawn, as `?revision=` in its address says; `present` where it says none. What is no revision is 0, which nothing has, so that nothing is written over. */
export const revisionSeen = ({ query }: Pick<Context, 'query'>, present: number): number => (query.revision === undefined ? present : /^\d{1,9}$/.test(query.revision) ? Number(query.revision) : 0);
