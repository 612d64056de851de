import { summarise, type Answers, type Form } from '#modules/forms/index.ts';

/** One row of a file, compared with the inventory. */
export type ReadRow = {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly name: string;
  readonly becomes: 'new' | 'changed' | 'same' | 'wrong' | 'foreign';
  /** Why it is wrong or foreign. */
  readonly reason?: string;
  readonly procedureId?: string;
  readonly slug?: string;
  readonly answers?: Answers;
  /** Of a row that changes: the labels of the fields that do. */
  readonly changes?: readonly string[];
  /** The revision it was compared with; 0 for a new one. */
  readonly revision?: number;
};

/** The labels of the fields that two states of an entry say differently. */
export function changesBetween(form: Form, before: Answers, after: Answers): readonly string[] {
  const said = (answers: Answers) => new Map(summarise(form, answers, { now: new Date(0) }).flatMap(({ rows }) => rows).map((row) => [row.field.replace(/\.\d+\..*$/, ''), row] as const));
  const [was, is] = [said(before), said(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null)).map((field) => labelOf(form, field));
}

const labelOf = (form: Form, field: string): string => form.pages.flatMap((page) => page.fields).find(({ id }) => id === field)?.label.es ?? field;

/** What a file says laid over what is there: what it does not speak of stays as it was declared. */
export const laidOver = (before: Answers, read: Answers): Answers => ({ ...before, ...read });
