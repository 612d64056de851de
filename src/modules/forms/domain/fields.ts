import type { Field, Form } from './types.ts';

/** Every field of a form in order, without those inside groups. */
export const allFields = (form: Form): readonly Field[] => form.pages.flatMap((page) => page.fields);

/** The ids of every field that can have an answer, in order; a group counts as one. */
export const fieldIds = (form: Form): readonly string[] => allFields(form).filter(({ behaviour }) => !behaviour.asksNothing).map(({ id }) => id);

/** The field at a path such as `socios.0.nombre`, `socios` or `nombre`. */
export function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const [id, row, inner] = path.split('.', 4);
  const field = fields.find((candidate) => candidate.id === id);
  if (row === undefined) return field;
  return inner !== undefined && /^\d{1,3}$/.test(row) && path.split('.').length === 3 ? field?.fields?.find((candidate) => candidate.id === inner) : undefined;
}
