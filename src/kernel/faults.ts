/**
 * Something wrong in a procedure's folder, as a designer is told: where, why, and how to mend it.
 * Checks collect faults and go on, so that one run shows them all; they never throw for what a designer wrote.
 */
export type Fault = {
  /** Path of the file inside the procedure's folder, such as `form.yaml`. */
  readonly file: string;
  /** Line and column from 1, where known. */
  readonly line?: number;
  readonly column?: number;
  /** Stable code, `<file kind>.<name>`, such as `flow.unsupported_element`. */
  readonly code: string;
  /** What is wrong, in Spanish, with the offending text. */
  readonly reason: string;
  /** What to do about it, in Spanish. */
  readonly mend: string;
  readonly severity: 'error' | 'warning';
};

/** Either something usable (perhaps with warnings), or only faults. */
export type Checked<Value> = { readonly value: Value | undefined; readonly faults: readonly Fault[] };
