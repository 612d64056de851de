import { readForm } from './read-form.ts';

/** The form of an entry of the inventory: the fields of the State's guide for a digitisation strategy (section 2), and what it asks to describe. */
export const entryForm = readForm('entry.form.yaml');
