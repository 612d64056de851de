import { localDateOf } from '#kernel/clock.ts';
import { nameOf } from './name.ts';
import { fills } from './pages.ts';
import { settleAnswers, validateAnswers } from './validate.ts';
import { isAnswers } from './variables.ts';
import type { Answers, AnswerValue, Asked, Field, FieldError, Form, FormContext, JsonSchema } from './types.ts';

/**
 * JSON Schema 2020-12 of what an applicant sends by the API. Conditions are FEEL, which a schema can't say: only fields that are always
 * asked and always required are `required` here; `validateJson` decides the rest.
 */
export function toJsonSchema(form: Form): JsonSchema {
  const pages = form.pages.filter(({ officerOnly }) => !officerOnly);
  const fields = pages.flatMap((page) => page.fields.map((field) => ({ field, always: page.showIf === undefined })));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: form.title.es, ...objectSchema(fields) };
}

function objectSchema(fields: readonly { readonly field: Field; readonly always: boolean }[]): JsonSchema {
  const asked = fields.filter(({ field }) => !field.behaviour.asksNothing && !field.behaviour.calculate);
  const required = asked.filter(({ field, always }) => always && field.required === true && field.showIf === undefined).map(({ field }) => field.id);
  return {
    type: 'object', additionalProperties: false, ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(asked.map(({ field }) => [field.id, fieldSchema(field)])),
  };
}

function fieldSchema(field: Field): JsonSchema {
  const items = field.fields ? { items: objectSchema(field.fields.map((inner) => ({ field: inner, always: true }))) } : {};
  return { title: field.label.es, ...(field.hint ? { description: field.hint.es } : {}), ...field.behaviour.schema, ...items };
}

/**
 * Checks answers that came as JSON, of whatever shape, against the pages that this viewer fills in. `answers` are settled: hidden ones are
 * dropped, calculated ones computed. The caller checks that files belong to the applicant.
 */
export function validateJson(form: Form, json: unknown, context: FormContext): { readonly answers: Answers; readonly errors: readonly FieldError[] } {
  if (!isAnswers(json)) return { answers: {}, errors: [{ field: '', page: '', message: 'Las respuestas deben ser un objeto JSON con un miembro por campo. Consulte el esquema del formulario.' }] };
  const fields = form.pages.filter((page) => fills(page, context)).flatMap((page) => page.fields);
  const unknown = Object.keys(json).filter((name) => !fields.some(({ id }) => id === name)).slice(0, 20)
    .map((name) => ({ field: name.slice(0, 100), page: '', message: 'El formulario no tiene este campo. Quítelo o corrija su nombre.' }));
  const taken = Object.fromEntries(fields.filter(({ id }) => Object.hasOwn(json, id)).map((field) => [field.id, normalised(field, json[field.id], localDateOf(context.now))]));
  return { answers: settleAnswers(form, taken, context), errors: [...unknown, ...validateAnswers(form, taken, context)] };
}

/** The value as its field type keeps it; what the type refuses stays as it came, so that validation names it. */
function normalised(field: Field, value: AnswerValue | undefined, today: Asked['today']): AnswerValue {
  const { fields } = field;
  if (fields && Array.isArray(value)) return value.slice(0, 200).map((row) => (isAnswers(row) ? knownOf(fields, row, today) : row));
  const reading = field.behaviour.check(value, { name: nameOf(field), today });
  return reading.kind === 'value' ? reading.value : (value ?? null);
}

const knownOf = (fields: readonly Field[], row: Answers, today: Asked['today']): Answers =>
  Object.fromEntries(fields.filter(({ id }) => Object.hasOwn(row, id)).map((field) => [field.id, normalised(field, row[field.id], today)]));
