import type { Field } from '#modules/forms/index.ts';
import { sayText } from '#kernel/text.ts';
import { planForm } from '../../content/plan/plan-form.ts';
import { cell, rowsIn, type Row } from './content.ts';
import type { PlanContent } from './plan.ts';
import { groupTable, linesIn, saidIn } from './tables.ts';

/** One thing that two states of a plan say differently. `what` names it: a field, or a row and its field; what was not there is empty. */
export type Difference = { readonly what: string; readonly kind: 'added' | 'removed' | 'changed'; readonly before: readonly string[]; readonly after: readonly string[] };

/** The differences of one section. */
export type SectionDifference = { readonly section: string; readonly title: string; readonly differences: readonly Difference[] };

/** What two states of a plan say differently, field by field and row by row, section by section; sections that are equal are left out. */
export const comparePlans = (before: PlanContent, after: PlanContent): readonly SectionDifference[] => planForm.pages.flatMap(({ id, title, fields }) => {
  const differences = fields.flatMap((field) => (field.fields ? compareRows(field, before, after) : compareField(field, before, after)));
  return differences.length === 0 ? [] : [{ section: id, title: sayText(title), differences }];
});

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((line, at) => line === b[at]);

function compareField(field: Field, before: PlanContent, after: PlanContent): readonly Difference[] {
  const [was, is] = [linesIn(before, field), linesIn(after, field)];
  return same(was, is) ? [] : [{ what: sayText(field.label), kind: was.length === 0 ? 'added' : is.length === 0 ? 'removed' : 'changed', before: was, after: is }];
}

/** A row is known by its code, or by what its table shows first; two rows with one name are told apart by their order. */
function named(group: Field, content: PlanContent): ReadonlyMap<string, Row> {
  const { rows: shown } = groupTable(content, group.id), seen = new Map<string, number>();
  return new Map(rowsIn(content, group.id).map((row, at) => {
    const name = cell(row, 'codigo') || (shown[at]?.[0] ?? ''), times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return [times === 1 ? name : `${name} (${times})`, row] as const;
  }));
}

function compareRows(group: Field, before: PlanContent, after: PlanContent): readonly Difference[] {
  const [was, is] = [named(group, before), named(group, after)], label = sayText(group.label), fields = group.fields ?? [];
  const lines = (row: Row): readonly string[] => fields.flatMap((field) => (row[field.id] === undefined ? [] : [`${sayText(field.label)}: ${saidIn(row, field)}`]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name): readonly Difference[] => {
    const [old, now] = [was.get(name), is.get(name)], what = `${label}: ${name}`;
    if (old === undefined || now === undefined) return [{ what, kind: old === undefined ? 'added' : 'removed', before: old === undefined ? [] : lines(old), after: now === undefined ? [] : lines(now) }];
    const changed = fields.filter((field) => saidIn(old, field) !== saidIn(now, field)), said = (row: Row): readonly string[] => changed.map((field) => `${sayText(field.label)}: ${saidIn(row, field)}`);
    return changed.length === 0 ? [] : [{ what, kind: 'changed', before: said(old), after: said(now) }];
  });
}
