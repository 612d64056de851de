import { bob, sayMoney } from '#kernel/money.ts';
import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import { evaluateFeel, feelDate, toPlain } from '#kernel/feel/index.ts';
import { insetText } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { empty, plainText, value, type FieldType } from '../../domain/field-type.ts';
import { sayStored } from '../../domain/number-rules.ts';
import type { AnswerValue } from '../../domain/types.ts';

/** A value that the server computes from other answers; people only read it. */
export const calculated: FieldType = {
  name: 'calculated',
  purpose: 'Un valor que se calcula de otras respuestas y solo se lee.',
  stored: 'según «as»: money son centavos; en FEEL, bolivianos',
  attributes: { value: 'Expresión FEEL.', as: 'Qué da: text, number, money, date o yes-no (text si no se dice).' },
  secondsToFill: 2,
  prepare: (own) => {
    const expression = own.feel('value');
    if (own.get('value') === undefined) own.at.fault('value', 'Falta la expresión («value»).', 'Escriba una expresión FEEL, por ejemplo: copias * 5.');
    const kind = kinds[own.get('as')?.oneOf(kindNames) ?? 'text'];
    const shownText = (it: AnswerValue | undefined): string => (it === undefined || it === null ? 'Se calculará con sus respuestas.' : kind.say(it));
    return {
      calculate: (variables) => (expression === undefined ? undefined : kind.from(toPlain(evaluateFeel(expression, variables)))),
      read: () => empty,
      check: (it) => { const made = kind.isStored(it) ? it : undefined; return made === undefined ? empty : value(made); },
      ask: ({ name }) => `No se pudo calcular ${name}. Revise las respuestas anteriores.`,
      render: ({ path, label, hint, value: it }) => insetText(html`<p class="govuk-body" id="${path}"><strong>${label}:</strong> ${shownText(it)}</p>${hint && html`<p class="govuk-hint">${hint}</p>`}`),
      say: (it) => [shownText(it)],
      schema: kind.schema,
      ...(kind.variable ? { variable: kind.variable } : {}),
    };
  },
};

type Plain = ReturnType<typeof toPlain>;
type Kind = {
  readonly from: (result: Plain) => AnswerValue | undefined;
  readonly isStored: (it: unknown) => it is AnswerValue;
  readonly say: (it: AnswerValue) => string;
  readonly schema: { readonly [keyword: string]: AnswerValue };
  readonly variable?: (it: AnswerValue) => unknown;
};

const isNumber = (it: unknown): it is number => typeof it === 'number' && Number.isFinite(it);
const isText = (it: unknown): it is string => typeof it === 'string';
const kindNames = ['text', 'number', 'money', 'date', 'yes-no'] as const;

const kinds: Record<(typeof kindNames)[number], Kind> = {
  text: { from: (it) => (isText(it) || isNumber(it) ? String(it) : undefined), isStored: isText, say: plainText, schema: { type: 'string', readOnly: true } },
  // Twelve decimals hide what binary fractions add: 0.1 + 0.2 is 0.3.
  number: { from: (it) => (isNumber(it) ? Number(it.toFixed(12)) : undefined), isStored: isNumber, say: sayStored, schema: { type: 'number', readOnly: true } },
  money: {
    from: (it) => (isNumber(it) && Math.abs(it) < Number.MAX_SAFE_INTEGER / 100 ? Math.round(Number((it * 100).toFixed(6))) : undefined),
    isStored: (it): it is number => Number.isSafeInteger(it), say: (it) => sayMoney(bob(Number(it))),
    schema: { type: 'integer', readOnly: true, description: 'Centavos de boliviano.' }, variable: (it) => Number(it) / 100,
  },
  date: {
    from: (it) => (isText(it) ? parseLocalDate(it) : undefined), isStored: (it): it is string => isText(it) && parseLocalDate(it) !== undefined,
    say: (it) => { const day = parseLocalDate(String(it)); return day === undefined ? '' : sayDay(day); },
    schema: { type: 'string', format: 'date', readOnly: true }, variable: (it) => { const day = parseLocalDate(String(it)); return day === undefined ? null : feelDate(day); },
  },
  'yes-no': { from: (it) => (typeof it === 'boolean' ? it : undefined), isStored: (it): it is boolean => typeof it === 'boolean', say: (it) => (it === true ? 'Sí' : 'No'), schema: { type: 'boolean', readOnly: true } },
};
