import { createHash } from 'node:crypto';
import { settleAnswers, validateAnswers, type Answers, type AnswerValue, type Form } from '#modules/forms/index.ts';
import type { Plain } from '#kernel/yaml/index.ts';
import { variablesOf } from '../domain/world.ts';
import type { Case, Definition } from '../domain/types.ts';
import { refuse } from '../errors.ts';
import type { Written } from './scenario.ts';

type Fields = Form['pages'][number]['fields'];

/** Answers as they are stored: names of files stand for uploads that were received. */
export function toAnswers(form: Form, written: Written): Answers {
  return inFields(form.pages.flatMap((page) => page.fields), written);
}

function inFields(fields: Fields, written: Written): Answers {
  const byId = new Map(fields.map((field) => [field.id, field]));
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== null).map(([id, value]) => {
    const field = byId.get(id);
    if (field?.behaviour.upload) return [id, (Array.isArray(value) ? value : [value]).map((name) => upload(String(name)))];
    return [id, field?.fields && Array.isArray(value) ? value.map((row: Plain) => (isRow(row) ? inFields(field.fields ?? [], row) : row)) : value];
  }));
}

const isRow = (value: Plain): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value);

const types: Readonly<Record<string, string>> = { pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };

function upload(name: string): AnswerValue {
  const hex = createHash('sha256').update(name).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return { id, name, type: types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', bytes: 24_000 };
}

/** The answers to keep, or the refusal that sending them would meet. */
export function accepted({ form, ...definition }: Definition, current: Case, answers: Answers, now: Date): Answers {
  const context = { now, variables: variablesOf({ form, ...definition }, { ...current, answers }, now) };
  const errors = validateAnswers(form, answers, context);
  if (errors.length > 0) refuse('invalid_answers', { problem: errors.map(({ field, message }) => `${field}: ${message}`).join(' ') });
  return settleAnswers(form, answers, context);
}
