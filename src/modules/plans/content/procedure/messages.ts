import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessages, type Messages } from '#modules/notifications/index.ts';
import { invariant } from '#kernel/errors/index.ts';

const { value, faults } = parseMessages(readFileSync(join(import.meta.dirname, 'messages.yaml'), 'utf8'), 'messages.yaml');
invariant(value, `the messages of plans are sound: ${JSON.stringify(faults)}`);

/** What people are told when a plan goes on, by the kind of fact. */
export const planMessages: Messages = value;
