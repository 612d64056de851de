/** The members of something that came from outside; none where it is no object. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  (typeof value === 'object' && value !== null ? Object.fromEntries<unknown>(Object.entries(value)) : {});
