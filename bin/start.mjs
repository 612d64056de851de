#!/usr/bin/env node
// `npm start`: installs what is missing, then hands over to src/main.ts on the right Node.
import { join } from 'node:path';
import { ensureInstalled, findNode, root } from './setup/install.mjs';
import { handOver } from './setup/hand-over.mjs';

await ensureInstalled();
const [first, ...rest] = process.argv.slice(2);
const watch = first === '--watch';
handOver(findNode(), [...(watch ? ['--watch'] : []), join(root, 'src/main.ts'), ...(watch || first === undefined ? rest : [first, ...rest])]);
