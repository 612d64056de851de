#!/usr/bin/env node
// `npm run reference`: writes docs/reference from the program itself (test/reference/).
import { join } from 'node:path';
import { ensureInstalled, findNode, root } from './setup/install.mjs';
import { handOver } from './setup/hand-over.mjs';

await ensureInstalled();
handOver(findNode(), [join(root, 'test/reference/main.ts')]);
