#!/usr/bin/env node
// `npx ventanilla …`: installs what is missing, then hands over to src/cli/main.ts on the right Node.
import { join } from 'node:path';
import { ensureInstalled, findNode, root } from './setup/install.mjs';
import { handOver } from './setup/hand-over.mjs';

await ensureInstalled();
handOver(findNode(), [join(root, 'src/cli/main.ts'), ...process.argv.slice(2)]);
