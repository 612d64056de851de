import type { Db, Param, Tx } from '#kernel/db/index.ts';

/** One statement as the product sent it. */
export type Statement = { readonly sql: string; readonly params: readonly Param[] };

/** A database that writes down every statement that passes, so that others can do exactly the same. */
export function recording(db: Db): { readonly db: Db; readonly statements: Statement[] } {
  const statements: Statement[] = [];
  const note = (sql: string, params: readonly Param[] = []): void => { statements.push({ sql, params }); };
  const watched = <Inner extends Db | Tx>(inner: Inner): Inner => ({
    ...inner,
    rows: (sql: string, params?: readonly Param[]) => { note(sql, params); return inner.rows(sql, params); },
    transaction: async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
      if ('inTransaction' in inner) return work(watched(inner) as Tx);
      note('begin');
      const result = await inner.transaction((tx) => work(watched(tx)));
      note('commit');
      return result;
    },
  });
  return { db: watched(db), statements };
}
