#!/usr/bin/env node
// `npm run bench`: how fast it is, each figure beside what the machine can do (bench/); `-- --json` gives one JSON line a measurement.
import { join } from 'node:path';
import { ensureInstalled, findNode, root } from './setup/install.mjs';
import { handOver } from './setup/hand-over.mjs';

await ensureInstalled();
handOver(findNode(), [join(root, 'bench/main.ts'), ...process.argv.slice(2)]);
