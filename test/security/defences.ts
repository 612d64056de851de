import type { RawAnswer } from '#support/raw-request.ts';

/** Headers that every answer carries, whoever asks for whatever, with what each must hold. */
const wanted: readonly (readonly [name: string, holds: RegExp])[] = [
  // A file that somebody uploaded has a stricter one of its own.
  ['content-security-policy', /^default-src 'none'(?:; sandbox$|(?!.*unsafe)(?=.*frame-ancestors 'none')(?=.*base-uri 'none')(?=.*form-action 'self'))/],
  ['x-content-type-options', /^nosniff$/], ['x-frame-options', /^DENY$/], ['referrer-policy', /^(same-origin|no-referrer)$/], ['cross-origin-opener-policy', /^same-origin$/],
];

/** Which defences an answer lacks. */
export function* defencesMissing({ headers, cookies, text, status }: RawAnswer): Generator<string> {
  for (const [name, holds] of wanted) if (!holds.test(headers.get(name) ?? '')) yield `has ${name}: ${headers.get(name)}`;
  for (const cookie of cookies) if (!/; HttpOnly/i.test(cookie) || !/; SameSite=(Lax|Strict)/i.test(cookie) || !/; Path=\//i.test(cookie)) yield `sets ${cookie.replace(/=[^;]*/, '=…')}`;
  if (/^text\/html/.test(headers.get('content-type') ?? '') && / style="| on\w+="|<script/i.test(text.replaceAll(/value="[^"]*"/g, ''))) yield 'has something inline';
  if (headers.has('x-powered-by') || headers.has('server')) yield 'says what it runs on';
  if (status < 300 && headers.get('cache-control') === null) yield 'does not say how it may be kept';
}
