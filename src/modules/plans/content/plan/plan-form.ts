import { readFileSync } from 'node:fs';
import { parseForm, type Form } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';

const { value, faults } = parseForm(readFileSync(new URL('plan.form.yaml', import.meta.url), 'utf8'), 'plan.form.yaml');
invariant(value, `the form of a plan is sound: ${JSON.stringify(faults)}`);

/** The form of an entity's plan (PIGE): a page for each section. The sections follow the Plan Institucional de Gobierno Electrónico of Oruro and the national plan, cap. VI. */
export const planForm: Form = value;
