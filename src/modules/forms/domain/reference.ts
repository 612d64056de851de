import { fieldTypes } from '../field-types/index.ts';

/** One row of the generated reference of field types, in Spanish. */
export type FieldTypeEntry = { readonly name: string; readonly purpose: string; readonly stored: string; readonly attributes: Readonly<Record<string, string>>; readonly secondsToFill: number };

/** Every field type, for the reference and the designer's side panel. */
export const fieldTypeReference = (): readonly FieldTypeEntry[] =>
  fieldTypes.map(({ name, purpose, stored, attributes, secondsToFill }) => ({ name, purpose, stored, attributes, secondsToFill }));
