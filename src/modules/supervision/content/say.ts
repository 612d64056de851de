import type { Answers, Form } from '#modules/forms/index.ts';
import type { PartKind } from '../domain/parts.ts';
import { examinationForm, partForms } from './forms.ts';

/** How an answer to a form reads; empty where nothing was chosen. */
export function sayAnswer(form: Form, answers: Answers, field: string): string {
  const value = answers[field], behaviour = form.pages.flatMap(({ fields }) => fields).find(({ id }) => id === field)?.behaviour;
  return value === undefined || value === null || behaviour === undefined ? '' : behaviour.say(value).join(', ');
}

/** How an answer of an examination or of a part of one reads. */
export const sayWritten = (kind: PartKind | 'examination', answers: Answers, field: string): string => sayAnswer(kind === 'examination' ? examinationForm : partForms[kind], answers, field);
