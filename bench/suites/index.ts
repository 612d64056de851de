import type { Suite } from '../support/bench.ts';
import { certificate } from './certificate.ts';
import { clone } from './clone.ts';
import { command } from './command.ts';
import { dashboard } from './dashboard.ts';
import { engine } from './engine.ts';
import { inventory } from './inventory.ts';
import { memory } from './memory.ts';
import { pages } from './pages.ts';
import { scale } from './scale.ts';
import { search } from './search.ts';
import { small } from './small.ts';
import { start } from './start.ts';
import { submission } from './submission.ts';
import { transition } from './transition.ts';
import { weight } from './weight.ts';

/** Everything that is measured, in the order of the document. */
export const suites: readonly Suite[] = [
  transition, submission, command, engine, small, certificate, pages, weight, dashboard, search, inventory, scale, memory, start, clone,
];
