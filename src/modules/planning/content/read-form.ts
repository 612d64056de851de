import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseForm, type Form } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';

/** A form of this folder; one that is not sound stops the program at its start. */
export function readForm(file: string): Form {
  const { value, faults } = parseForm(readFileSync(join(import.meta.dirname, file), 'utf8'), file);
  invariant(value, `${file} is sound: ${JSON.stringify(faults)}`);
  return value;
}
