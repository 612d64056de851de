import type { FormBody } from '#kernel/http/index.ts';

/** Most characters that a reason, a question or a note may have; longer ones are cut. */
export const textMax = 4_000;

/** The one text under a name, without white space at its ends; empty where there is none. */
export function textIn(body: FormBody, name: string, max = textMax): string {
  const value = Object.hasOwn(body, name) ? body[name] : '';
  const first = typeof value === 'string' ? value : (value?.[0] ?? '');
  return first.replaceAll('\r\n', '\n').trim().slice(0, max);
}

/** Every text under a name. */
export function textsIn(body: FormBody, name: string): readonly string[] {
  const value = Object.hasOwn(body, name) ? body[name] : [];
  return typeof value === 'string' ? [value] : (value ?? []);
}
