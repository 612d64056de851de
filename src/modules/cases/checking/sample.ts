import type { Decisions, FlowElement } from '#modules/flows/index.ts';
import type { Form } from '#modules/forms/index.ts';
import type { Parts } from './parts.ts';

/** What a certificate is tried with: once with every answer, once with only those that nobody may leave out. */
export type Sample = { readonly answers: Readonly<Record<string, string>>; readonly results: Readonly<Record<string, unknown>> };

const word = 'Ejemplo';

/** Samples for a procedure's certificate. */
export function samplesOf({ form, flow, decisions }: Parts): readonly Sample[] {
  if (!form || !flow) return [];
  return [true, false].map((all) => ({
    answers: answersOn(form.pages.filter((page) => !page.officerOnly), all),
    results: Object.fromEntries(Object.values(flow.elements).map((element) => [element.attributes.result ?? element.id, resultOf(element, form, decisions, all)])),
  }));
}

/** Answers in words; a field that has a condition, or stands on a page with one, may be absent. */
const answersOn = (pages: Form['pages'], all: boolean): Record<string, string> =>
  Object.fromEntries(pages.flatMap((page) => page.fields.filter((field) => !field.behaviour.asksNothing && (all || isCertain(page, field))).map((field) => [field.id, word])));

const isCertain = (page: Form['pages'][number], field: Form['pages'][number]['fields'][number]): boolean =>
  page.showIf === undefined && field.showIf === undefined && (field.required === true || field.behaviour.calculate !== undefined);

function resultOf(element: FlowElement, form: Form, decisions: Decisions | undefined, all: boolean): unknown {
  const { attributes, kind } = element;
  if (kind === 'userTask') {
    const pages = (attributes.form ?? '').split(',').map((id) => id.trim());
    return { outcome: attributes.outcomes?.split(',')[0]?.trim() ?? '', reason: word, por: word, fecha: '2026-03-02T13:00:00.000Z', ...answersOn(form.pages.filter((page) => pages.includes(page.id)), all) };
  }
  if (kind === 'serviceTask') return { code: '2345-6789-ABCD', amountMinor: 100 };
  const table = decisions?.decisions[attributes.decision ?? '']?.logic;
  const outputs = table?.kind === 'table' ? table.table.outputs : [];
  if (outputs.length > 1) return Object.fromEntries(outputs.map(({ name }) => [name ?? '', word]));
  return kind === 'receiveTask' || kind === 'catchEvent' ? { fecha: '2026-03-02T13:00:00.000Z', start: '2026-03-02T13:00:00.000Z' } : word;
}
