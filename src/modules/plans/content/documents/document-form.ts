import { readFileSync } from 'node:fs';
import { parseForm, type Form, type FormPage } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';

const { value, faults } = parseForm(readFileSync(new URL('document.form.yaml', import.meta.url), 'utf8'), 'document.form.yaml'), first = value?.pages[0];
invariant(value && first, `the form of a document is sound: ${JSON.stringify(faults)}`);

/** The form of a document that a plan rests on. */
export const documentForm: Form = value;

/** Its only page. */
export const documentPage: FormPage = first;
