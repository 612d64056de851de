import { randomUUID } from 'node:crypto';
import { wasCarriedOut } from '#modules/cases/index.ts';
import { isRefusal, type Refusal } from '#kernel/errors/index.ts';
import { hiddenField } from '#kernel/html/components.ts';
import type { Html } from '#kernel/html/html.ts';
import type { Context, FormBody } from '#kernel/http/index.ts';
import { caseIdOf, officerOf } from './officer.ts';

const keyName = 'llave';

/** The hidden field that makes a form act once, however often it is sent. A form that is shown again keeps its key. */
export const onceField = (body: FormBody = {}): Html => hiddenField(keyName, keyIn(body) ?? randomUUID());

/** The same for a form with files, whose fields are read late: the address has the key too. */
export function onceWithFiles(body: FormBody): { readonly field: Html; readonly action: string } {
  const key = keyIn(body) ?? randomUUID();
  return { field: hiddenField(keyName, key), action: `?${keyName}=${key}` };
}

/** The key of what this form asks: of this person, case and act alone, so that nothing else can be taken for it. */
export function commandKey(ctx: Context, act: string, body: FormBody = ctx.form): string | undefined {
  const key = keyIn(body) ?? keyIn({ [keyName]: ctx.query[keyName] ?? '' });
  return key === undefined ? undefined : keyOf(ctx, act, key);
}

/** The same for a key that came otherwise, such as in a header. */
export const keyOf = (ctx: Context, act: string, key: string): string =>
  ['desk', act, caseIdOf(ctx), ctx.params.key ?? '', officerOf(ctx).id, key].join(':');

/** Whether what a form asks has been done already: the second press of a button then only leads on. */
export const isRepeated = async (ctx: Context, key: string | undefined): Promise<boolean> =>
  key !== undefined && await wasCarriedOut(ctx.db, caseIdOf(ctx), key);

/** Does something; gives the refusal where other answers would mend it, so that the page can be shown again with it. */
export async function attempt(work: () => Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await work();
    return undefined;
  } catch (caught) {
    if (isRefusal(caught) && caught.status === 422) return caught;
    throw caught;
  }
}

function keyIn(body: FormBody): string | undefined {
  const key = body[keyName];
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : undefined;
}
