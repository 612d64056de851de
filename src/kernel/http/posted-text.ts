import type { Context } from './types.ts';

/** The text that was posted under a name, without white space at its ends: the first where there are several, empty where there is none. */
export function postedText({ form }: Pick<Context, 'form'>, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').trim();
}
