import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseForm, type Form } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';

function formOf(name: string): Form {
  const { value, faults } = parseForm(readFileSync(join(import.meta.dirname, name), 'utf8'), name);
  invariant(value, `${name} is sound: ${JSON.stringify(faults)}`);
  return value;
}

/** What the highest authority says of its resolution (cap. 6.1, num. 7). */
export const resolutionForm: Form = formOf('resolution.form.yaml');

/** With what the resolution is registered (num. 8). */
export const registrationForm: Form = formOf('registration.form.yaml');
