import { readFileSync } from 'node:fs';
import { parseForm, type Form } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';

const { value, faults } = parseForm(readFileSync(new URL('follow-up.form.yaml', import.meta.url), 'utf8'), 'follow-up.form.yaml');
invariant(value, `the form of a plan's follow-up is sound: ${JSON.stringify(faults)}`);

/** What is reported of a plan: a page for each kind of report. */
export const followUpForm: Form = value;
