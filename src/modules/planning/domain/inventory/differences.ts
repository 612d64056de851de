import type { Answers, AnswerValue, Field, Form } from '#modules/forms/index.ts';
import { rowsIn } from './declared.ts';

/** A field that two states of an entry say differently, in words. Of a group, row by row. */
export type Difference = { readonly field: string; readonly label: string } & ({ readonly kind: 'value'; readonly before: readonly string[]; readonly after: readonly string[] } | { readonly kind: 'rows'; readonly rows: readonly RowChange[] });

/** What became of a row of a group. */
export type RowChange = { readonly state: 'same' | 'added' | 'removed'; readonly text: string };

/** What two states of an entry say differently, in the order of the form, also where a question is hidden now. */
export const differencesBetween = (form: Form, before: Answers, after: Answers): readonly Difference[] =>
  form.pages.flatMap((page) => page.fields).flatMap((field): Difference[] => {
    const { id, label: { es: label }, fields } = field;
    if (sameValue(before[id], after[id])) return [];
    if (fields) return [{ field: id, label, kind: 'rows', rows: rowChanges(rowsSaid(fields, before, id), rowsSaid(fields, after, id)) }];
    return [{ field: id, label, kind: 'value', before: said(field, before[id]), after: said(field, after[id]) }];
  });

/** Whether two values say the same: nothing, an empty text and an empty list are one, and members have no order. */
export const sameValue = (a: AnswerValue | undefined, b: AnswerValue | undefined): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));

function canonical(value: AnswerValue | undefined): AnswerValue {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  if (Array.isArray(value)) return value.map((one: AnswerValue) => canonical(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, member]) => { const it = canonical(member); return it === null ? [] : [[name, it] as const]; }).sort(([x], [y]) => (x < y ? -1 : 1)));
}

/** A value of a field in lines; none where nothing is said. */
const said = ({ behaviour }: Field, value: AnswerValue | undefined): readonly string[] => (canonical(value) === null || value === undefined ? [] : behaviour.say(value));

const rowsSaid = (fields: readonly Field[], answers: Answers, group: string): readonly string[] =>
  rowsIn(answers, group).map((row) => fields.flatMap((field) => said(field, row[field.id])).join(' · '));

/** Both lists as one, with what they share once: by the longest common subsequence, so that a new row in the middle is one change. */
function rowChanges(before: readonly string[], after: readonly string[]): readonly RowChange[] {
  const longest = table(before, after), found: RowChange[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [was, is] = [before[i], after[j]];
    if (was !== undefined && was === is) { found.push({ state: 'same', text: was }); i += 1; j += 1; }
    else if (was !== undefined && (is === undefined || (longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0))) { found.push({ state: 'removed', text: was }); i += 1; }
    else { found.push({ state: 'added', text: is ?? '' }); j += 1; }
  }
  return found;
}

// How long the common rest is from each place on.
function table(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = before[i] === after[j] ? 1 + (lengths[i + 1]?.[j + 1] ?? 0) : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
