import { sheetAnswer, type Sheet } from '#modules/office/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Answer, Context } from '#kernel/http/index.ts';

/** How a file that is handed out is called: what it holds, of whom, and of which day. */
export const fileName = ({ now }: Pick<Context, 'now'>, what: string, entityKey: string): string => `${what}-${entityKey}-${localDateOf(now)}`;

/** Sheets in the format that the address names; of several, a CSV has the first. */
export const exported = (ctx: Context, sheets: readonly Sheet[], what: string, entityKey: string): Promise<Answer> =>
  sheetAnswer(ctx.params.formato === 'csv' ? sheets.slice(0, 1) : sheets, ctx.params.formato, fileName(ctx, what, entityKey));
