/** A parameter of a statement; objects and arrays are sent as JSON by the caller, not guessed here. */
export type Param = string | number | bigint | boolean | Date | Buffer | null | undefined | readonly string[] | readonly number[];

/** A database that answers single statements, each its own transaction. */
export type Db = {
  /** Runs one statement and gives its rows. Bigint columns come as strings unless cast to `int` or `float8`. */
  rows<Row extends object = Record<string, unknown>>(sql: string, params?: readonly Param[]): Promise<Row[]>;
  /** Runs `work` in one transaction: all of it is kept, or none. Never do network calls inside. Nested calls join the outer one. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
};

/** A database inside a transaction. Functions that lock or that must be atomic ask for a `Tx`, so that the compiler sees to it. */
export type Tx = Db & { readonly inTransaction: true };
