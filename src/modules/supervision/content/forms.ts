import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseForm, type Form, type FormPage } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { ActKey } from '../domain/follow-up/acts.ts';
import type { PartKind } from '../domain/parts.ts';

function load(name: string): Form {
  const file = `${name}.form.yaml`, { value, faults } = parseForm(readFileSync(join(import.meta.dirname, file), 'utf8'), file);
  invariant(value, `the form ${file} is sound: ${JSON.stringify(faults)}`);
  return value;
}

/** What an examination says of itself, page by page. */
export const examinationForm: Form = load('examination');

/** What is written of each kind of part of an examination; forms of one page. */
export const partForms = { request: load('parts/request'), finding: load('parts/finding'), recommendation: load('parts/recommendation') } as const satisfies Record<PartKind, Form>;

/** What is written when something is done about a recommendation; forms of one page. */
export const actForms = {
  answer: load('acts/answer'), plan: load('acts/plan'), progress: load('acts/progress'), report: load('acts/report'), take: load('acts/take'), verify: load('acts/verify'), insist: load('acts/insist'), close: load('acts/close'),
} as const satisfies Record<ActKey, Form>;

/** The only page of a form of one page. */
export function onlyPage({ pages: [page] }: Form): FormPage {
  invariant(page, 'a form has a page');
  return page;
}
