import type { Context } from '#kernel/http/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Caller } from '../actions/open-session.ts';
import { invariant } from '#kernel/errors/index.ts';

/** What opening a session must know of a request. */
export const callerOf = (ctx: Context): Caller => ({ cookies: ctx.cookies, ip: ctx.ip, agent: ctx.headers['user-agent'] ?? '', requestId: ctx.requestId });

/** One text of a posted form; several under one name count as the first. */
export const typed = (ctx: Context, name: string): string => {
  const value = ctx.form[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
};

/** All texts of a posted form under one name. */
export const chosen = (ctx: Context, name: string): readonly string[] => {
  const value = ctx.form[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** The person of a route that only roles may call. */
export function personIn(ctx: Context): Person {
  invariant(ctx.person, 'a route with roles has a person');
  return ctx.person;
}
