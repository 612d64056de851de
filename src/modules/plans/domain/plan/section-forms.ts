import type { Field, Form, FormPage } from '#modules/forms/index.ts';
import { planForm } from '../../content/plan/plan-form.ts';

/** The page of the plan's form that is this section. */
export const findSection = (key: string): FormPage | undefined => planForm.pages.find(({ id }) => id === key);

/** A form with what is written of a section itself, without its groups. */
export const textsForm = (section: FormPage): Form => ({ title: planForm.title, pages: [{ ...section, fields: section.fields.filter(({ fields }) => fields === undefined) }] });

/** A form with one row of a group. */
export const rowForm = ({ id, label, behaviour, fields = [] }: Field, isNew: boolean): Form => ({ title: label, pages: [{ id, title: { es: `${isNew ? 'Agregar' : 'Cambiar'} ${rowNameOf({ behaviour })}` }, officerOnly: false, fields }] });

/** How one row of a group is called: «proyecto». */
export const rowNameOf = ({ behaviour }: Pick<Field, 'behaviour'>): string => behaviour.rows?.rowName ?? 'fila';

/** How many rows a group may have. */
export const rowsMaxOf = ({ behaviour }: Field): number => behaviour.rows?.max ?? 0;
