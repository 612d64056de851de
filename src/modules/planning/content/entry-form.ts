import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseForm, type Form } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';

const { value, faults } = parseForm(readFileSync(join(import.meta.dirname, 'entry.form.yaml'), 'utf8'), 'entry.form.yaml');
invariant(value, `the form of an entry is sound: ${JSON.stringify(faults)}`);

/** The form of an entry of the inventory: the fields of the State's guide for a digitisation strategy (section 2), and what it asks to describe. */
export const entryForm: Form = value;
