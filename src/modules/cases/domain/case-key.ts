import { parseId, type CaseId } from '#kernel/ids.ts';

/** Place of a case in a list that begins with the newest. */
export type CaseKey = { readonly submittedAt: Date; readonly id: CaseId };

/** The place as an address can carry it. */
export const sayCaseKey = ({ submittedAt, id }: CaseKey): string => `${submittedAt.toISOString()}_${id}`;

/** Reads such a place; `undefined` where it is none. */
export function readCaseKey(text: string | undefined): CaseKey | undefined {
  const [at = '', id = ''] = (text ?? '').split('_');
  const submittedAt = new Date(at), caseId = parseId<'case'>(id);
  return caseId && !Number.isNaN(submittedAt.getTime()) ? { submittedAt, id: caseId } : undefined;
}
