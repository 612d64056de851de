/**
 * Two kinds of failure and no third. A refusal is what a person can cause: it has a stable code, one HTTP status and one plain
 * sentence that says what to do next. A bug is what only we can cause: it stops the request, goes to the log, and shows nothing.
 */
export { Bug, invariant } from './bug.ts';
export { codeOf } from './code.ts';
export { Refusal, refusals, refusalCatalogue, isRefusal } from './refusal.ts';
export type { RefusalEntry, RefusalRow } from './refusal.ts';
