/** The code of an error of the system (`ENOENT`), of Postgres (`23505`) or of a refusal; `undefined` for anything without one. */
export const codeOf = (caught: unknown): string | undefined =>
  (caught instanceof Error && 'code' in caught && typeof caught.code === 'string' ? caught.code : undefined);
