import { postedText, type Context } from '#kernel/http/index.ts';
import { cleaned } from '../../domain/strategy/plain-text.ts';

/** One line that was posted: ends and doubled spaces taken away, cut to so many letters. */
export const lineIn = (ctx: Context, name: string, max: number): string => textIn(ctx, name).slice(0, max).replaceAll(/\s+/g, ' ').trim();

/** A text that was posted, as it is kept. */
export const textIn = (ctx: Context, name: string): string => cleaned(postedText(ctx, name));

const revisionMax = 2_147_483_647;

/** A whole number of an address or a form that fits a revision; -1, which nothing has, for anything else. */
export function wholeIn(typed: unknown): number {
  const number = typeof typed === 'string' && /^\d{1,10}$/.test(typed) ? Number(typed) : -1;
  return number <= revisionMax ? number : -1;
}
