import { readFileSync } from 'node:fs';
import { invariant } from '#kernel/errors/index.ts';
import type { Message, Messages, StandardKey } from '../domain/template.ts';
import { standardKeys } from '../domain/template.ts';
import { parseMessages } from '../parse/messages.ts';

let read: Messages | undefined;

/** The message that every procedure has under a key, unless it writes its own; `news` for a key that nobody knows. */
export function defaultMessage(key: string): Message {
  const all = read ??= readDefaults();
  const found = all.get(key) ?? all.get('news' satisfies StandardKey);
  invariant(found, 'there is a message for news');
  return found;
}

function readDefaults(): Messages {
  const { value, faults } = parseMessages(readFileSync(new URL('default-messages.yaml', import.meta.url), 'utf8'), 'default-messages.yaml', []);
  invariant(value && faults.length === 0, `the default messages have no faults, but: ${faults[0]?.line} ${faults[0]?.reason}`);
  invariant(standardKeys.every((key) => value.has(key)), 'every standard key has its message');
  return value;
}
