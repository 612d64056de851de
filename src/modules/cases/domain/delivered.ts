import { fileAnswers, type Field, type FileAnswer } from '#modules/forms/index.ts';
import type { Case, Definition } from './types.ts';

/** Files that an officer hands to the applicant, under the question they answer. */
export type DeliveredFiles = { readonly field: string; readonly label: string; readonly files: readonly FileAnswer[] };

/** What has been handed to the applicant besides the sealed document; nothing before the case is granted. */
export function deliveredFiles(definition: Pick<Definition, 'form'>, { state, answers }: Pick<Case, 'state' | 'answers'>): readonly DeliveredFiles[] {
  if (state.status !== 'granted') return [];
  return toDeliver(definition).map(({ id, label }) => ({ field: id, label: label.es, files: fileAnswers(answers[id]) })).filter(({ files }) => files.length > 0);
}

/** The fields of officers' pages whose files are for the applicant (`delivered: true`). */
export const toDeliver = (definition: Pick<Definition, 'form'>): readonly Field[] =>
  definition.form.pages.filter((page) => page.officerOnly).flatMap((page) => page.fields).filter(({ behaviour }) => behaviour.delivered);

/** Whether a file of the case is for its applicant: an answer of their own, or handed to them. What officers attach for each other is not. */
export function isForApplicant(definition: Pick<Definition, 'form'>, current: Pick<Case, 'state' | 'answers'>, fieldId: string): boolean {
  const field = fieldId.split('.', 1)[0] ?? '';
  const own = definition.form.pages.filter((page) => !page.officerOnly).some((page) => page.fields.some(({ id }) => id === field));
  return own || deliveredFiles(definition, current).some((one) => one.field === field);
}
