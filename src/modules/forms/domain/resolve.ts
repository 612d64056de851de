import { localDateOf } from '#kernel/clock.ts';
import { evaluateFeel, type Feel } from '#kernel/feel/index.ts';
import { answerOf, isAnswers, outsideVariables, variableOf } from './variables.ts';
import { nameOf } from './name.ts';
import type { Answers, AnswerValue, Asked, Field, Form, FormContext, FormPage, Variables } from './types.ts';

/** A field that is asked, with where it stands and what is answered. */
export type Place = {
  readonly path: string;
  readonly page: FormPage;
  readonly field: Field;
  readonly value: AnswerValue | undefined;
  readonly required: boolean | 'recommended';
  readonly asked: Asked;
  /** Only of a group: the places of each row. */
  readonly rows?: readonly (readonly Place[])[];
  /** Only of a group: the places of a row that is not there yet. */
  readonly blankRow?: (index: number) => readonly Place[];
};

/** What a form comes to with certain answers. */
export type Resolved = {
  readonly pages: readonly { readonly page: FormPage; readonly places: readonly Place[] }[];
  /** Answers of shown fields only, with the calculated ones. */
  readonly answers: Answers;
};

/**
 * Walks the form once from top to bottom: conditions look only back, so one pass decides what is shown, computes calculated values, and
 * leaves out the answers to what is hidden.
 */
export function resolve(form: Form, answers: Answers, context: FormContext): Resolved {
  const variables: Record<string, unknown> = { ...outsideVariables(context) };
  const today = localDateOf(context.now);
  const settled: Record<string, AnswerValue> = {};
  const pages = form.pages.map((page) => {
    const isShown = holds(page.showIf, variables);
    const places = walk({ page, fields: isShown ? page.fields : [], answers, settled, prefix: '', today }, variables);
    if (!isShown) for (const { id } of page.fields) variables[id] = null;
    return { page, places, isShown };
  });
  return { pages: pages.filter(({ isShown }) => isShown), answers: settled };
}

type Walk = {
  readonly page: FormPage; readonly fields: readonly Field[]; readonly answers: Answers;
  readonly settled: Record<string, AnswerValue>; readonly prefix: string; readonly today: Asked['today'];
};

/** Adds to `settled` and `variables` what each shown field comes to. */
function walk(at: Walk, variables: Record<string, unknown>): Place[] {
  const places: Place[] = [];
  for (const field of at.fields) {
    if (!holds(field.showIf, variables)) { variables[field.id] = null; continue; }
    const place = placeOf(at, field, variables);
    if (place.value !== undefined) at.settled[field.id] = place.value;
    variables[field.id] = variableOf(field, place.value);
    places.push(place);
  }
  return places;
}

function placeOf(at: Walk, field: Field, variables: Record<string, unknown>): Place {
  const path = at.prefix + field.id;
  const stored = field.behaviour.calculate ? field.behaviour.calculate(variables) : answerOf(at.answers, field.id);
  const required = typeof field.required === 'object' ? evaluateFeel(field.required, variables) === true : field.required;
  const common = { path, page: at.page, field, required, asked: { name: nameOf(field), today: at.today } };
  if (!field.fields) return { ...common, value: stored };
  const blankRow = (index: number) => walkRow(at, field, {}, index, variables).places;
  if (!Array.isArray(stored) || !stored.every(isAnswers)) return { ...common, blankRow, value: stored };
  const rows = stored.map((row, index) => walkRow(at, field, row, index, variables));
  return { ...common, blankRow, value: rows.map(({ settled }) => settled), rows: rows.map(({ places }) => places) };
}

/** The fields of a row see their own row first, then the form. */
function walkRow(at: Walk, field: Field, row: Answers, index: number, variables: Variables) {
  const settled: Record<string, AnswerValue> = {};
  const places = walk({ ...at, fields: field.fields ?? [], answers: row, settled, prefix: `${at.prefix}${field.id}.${index}.` }, { ...variables });
  return { settled, places };
}

/** No condition always holds; a condition that FEEL can't compute does not. */
const holds = (condition: Feel | undefined, variables: Variables): boolean => condition === undefined || evaluateFeel(condition, variables) === true;
