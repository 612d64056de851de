import { allFields } from './fields.ts';
import type { Field, Form } from './types.ts';

/** How one field differs between two versions of a form. `ask` says whether a person has to answer it again. */
export type FieldChange = { readonly field: string; readonly change: 'added' | 'removed' | 'changed' | 'reworded'; readonly ask: boolean };

/** The fields that differ, by id; a field that only moved does not. */
export function changedFields(formOld: Form, formNew: Form): readonly FieldChange[] {
  const before = new Map(allFields(formOld).map((field) => [field.id, field]));
  const after = new Map(allFields(formNew).map((field) => [field.id, field]));
  const removed = [...before.keys()].filter((id) => !after.has(id)).map((field): FieldChange => ({ field, change: 'removed', ask: false }));
  const others = [...after.values()].map((field) => changeOf(before.get(field.id), field)).filter((change) => change !== undefined);
  return [...others, ...removed];
}

function changeOf(before: Field | undefined, after: Field): FieldChange | undefined {
  const asks = !after.behaviour.asksNothing && !after.behaviour.calculate;
  if (before === undefined) return { field: after.id, change: 'added', ask: asks };
  if (before.source.rules !== after.source.rules) return { field: after.id, change: 'changed', ask: asks };
  return before.source.words === after.source.words ? undefined : { field: after.id, change: 'reworded', ask: false };
}
