import type { FormBody } from '#kernel/http/types.ts';
import type { Entered, Field, FileAnswer, Posted, Reading } from './types.ts';
import { wrong } from './field-type.ts';

const charactersMax = 20_000;

/** What a browser posted for the field at a path, cleaned. */
export function postedAt(body: FormBody, path: string, files: readonly FileAnswer[]): Posted {
  const text = (part?: string) => tidy(textOf(body, part === undefined ? path : `${path}-${part}`));
  return { text, files, list: () => listOf(body, path).map(tidy) };
}

/** Something under the names of a field that no page of ours can send; the sentence for it, or nothing. */
export function bodyProblem(body: FormBody, path: string, field: Field, name: string): Reading | undefined {
  for (const ending of field.behaviour.parts ?? ['']) {
    const texts = listOf(body, path + ending);
    if (texts.length > 1 && !field.behaviour.many) return wrong('invalid', `Se recibió más de un valor para ${name}. Escriba uno solo.`);
    if (texts.some((text) => text.length > charactersMax)) return wrong('max', `Lo escrito en ${name} es demasiado largo. Escriba ${charactersMax} caracteres como máximo.`);
    if (texts.some((text) => unreadable.test(text) || !text.isWellFormed())) return wrong('invalid', `En ${name} hay un carácter que no se puede leer. Bórrelo y escríbalo de nuevo.`);
  }
  return undefined;
}

/** Control characters other than tab and line end, and what a decoder leaves of broken UTF-8. */
const unreadable = /[^\P{Cc}\t\n\r]|\ufffd/u;

/** The texts of a field as they were posted, to show them again. */
export function enteredAt(body: FormBody, path: string, field: Field): Entered {
  const names = (field.behaviour.parts ?? ['']).map((ending) => path + ending);
  return Object.fromEntries(names.filter((name) => Object.hasOwn(body, name)).map((name) => [name, textOf(body, name).replace(unreadable, '').toWellFormed().slice(0, charactersMax)]));
}

/** The one text under a name; of several, the first. */
export const textOf = (body: FormBody, name: string): string => listOf(body, name)[0] ?? '';

const listMax = 500;

function listOf(body: FormBody, name: string): readonly string[] {
  const posted: unknown = Object.hasOwn(body, name) ? body[name] : undefined;
  const list: readonly unknown[] = Array.isArray(posted) ? posted.slice(0, listMax) : [posted];
  return list.filter((text) => typeof text === 'string');
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').trim();
