import { fieldTypes } from '../field-types/index.ts';
import type { Field, Form } from './types.ts';

/** Questions that only some people get count half. */
const conditionalShare = 0.5;
const secondsPerPage = 10;

/** Whole minutes that filling in takes, at least one: the time of each field type, and a little for each page. */
export function estimatedMinutes(form: Form): number {
  const pages = form.pages.filter(({ officerOnly }) => !officerOnly);
  const seconds = pages.map((page) => (secondsPerPage + sum(page.fields)) * (page.showIf ? conditionalShare : 1));
  return Math.max(1, Math.ceil(seconds.reduce((total, one) => total + one, 0) / 60));
}

const sum = (fields: readonly Field[]): number => fields.reduce((total, field) => total + secondsOf(field), 0);

/** A group counts once for each row that it must have, and at least for one. */
function secondsOf(field: Field): number {
  const own = fieldTypes.find(({ name }) => name === field.type)?.secondsToFill ?? 0;
  const rows = field.fields ? sum(field.fields) * Math.max(1, field.behaviour.rows?.min ?? 1) : 0;
  return (own + rows) * (field.showIf ? conditionalShare : 1);
}
