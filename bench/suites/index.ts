import type { Suite } from '../support/bench.ts';
import { pages } from './pages.ts';
import { transition } from './transition.ts';

/** Everything that is measured, in the order of the document. */
export const suites: readonly Suite[] = [
  transition, pages,
];
