import { addDays, localDateOf } from '#kernel/clock.ts';
import { inline, page, route, type Context, type Route } from '#kernel/http/index.ts';
import { sitePages } from './pages.ts';

const validDays = 180;

/** `/.well-known/security.txt` (RFC 9116): whom to tell about a hole; renewed by itself. */
const securityText = (ctx: Context): string => [
  `Contact: ${new URL('/contacto', ctx.url).href}`, `Expires: ${addDays(localDateOf(ctx.now), validDays)}T00:00:00.000Z`, 'Preferred-Languages: es, en',
  `Canonical: ${new URL('/.well-known/security.txt', ctx.url).href}`, '',
].join('\n');

/** Pages about the site itself. */
export const siteRoutes: readonly Route[] = [
  ...Object.entries(sitePages).map(([path, content]) => route('GET', path, ['public'], () => page(content))),
  route('GET', '/.well-known/security.txt', ['public'], (ctx) => inline('text/plain; charset=utf-8', securityText(ctx))),
];
