#!/usr/bin/env node
// `npm run measure`: how the source is kept, in figures (test/measure/); `-- --json` gives one JSON line a figure.
import { join } from 'node:path';
import { ensureInstalled, findNode, root } from './setup/install.mjs';
import { handOver } from './setup/hand-over.mjs';

await ensureInstalled();
handOver(findNode(), [join(root, 'test/measure/main.ts'), ...process.argv.slice(2)]);
