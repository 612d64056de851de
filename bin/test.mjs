#!/usr/bin/env node
// `npm test`: installs what is missing, then runs every check there is (test/run/).
import { join } from 'node:path';
import { ensureInstalled, findNode, root } from './setup/install.mjs';
import { handOver } from './setup/hand-over.mjs';

await ensureInstalled();
handOver(findNode(), [join(root, 'test/run/main.ts'), ...process.argv.slice(2)]);
