/** What a stage found. `log` is shown when something failed; `skipped` names what did not run and why. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly skipped: readonly string[]; readonly log: string };

export const nothing: Outcome = { passed: 0, failed: 0, skipped: [], log: '' };

/** Both outcomes as one. */
export const joined = (a: Outcome, b: Outcome): Outcome => ({
  passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped], log: a.log + b.log,
});

/** A check that is one yes or no. */
export const verdict = (ok: boolean, log: string): Outcome => ({ ...nothing, passed: ok ? 1 : 0, failed: ok ? 0 : 1, log });
