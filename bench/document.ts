import type { Taken } from './measurement.ts';
import type { Bench, Suite } from './support/bench.ts';
export function writeDocument(_suites: readonly Suite[], _taken: readonly Taken[], _bench: Bench): void { /* soon */ }
