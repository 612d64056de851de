import { randomBytes } from 'node:crypto';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Person } from '../access.ts';
import type { Html } from '../html/html.ts';
import { csrfField, csrfInput, csrfToken, isTokenOf, type FormKey } from './csrf.ts';
import { refuse } from './errors.ts';
import type { FormOwner } from './late-form.ts';
import { noticeCookie, readNotice } from './notice.ts';
import { plainJson, plainParams, plainText } from './plain-text.ts';
import type { ServerDeps } from './deps.ts';
import type { Context, FormBody, Part, Route } from './types.ts';

/** What is known of the caller of one request. `fresh` is the anonymous visit that has to be remembered if a form was shown. */
export type Visit = {
  readonly person: Person | undefined;
  readonly binding: string | undefined;
  readonly notice: string | undefined;
  fresh: string | undefined;
  csrfUsed: boolean;
  /** Where nobody is logged in: who was, and whose form this may be. */
  formerly: FormOwner | undefined;
  /** The parts of a form whose token is not this visit's: what follows the token has not been read. */
  unread: UnreadParts | undefined;
};

/** A multipart form of which only the first part has been looked at. */
export type UnreadParts = { readonly token: unknown; readonly rest: AsyncIterableIterator<Multipart> };

/** Name of a cookie of ours. Over https the prefix makes browsers refuse one that another host of the domain has set (RFC 6265bis §4.1.3.2). */
export const cookieName = ({ publicUrl }: Pick<ServerDeps, 'publicUrl'>, name: string): string => (publicUrl().startsWith('https:') ? `__Host-${name}` : name);

/** Cookie that ties an anonymous visitor's forms to their browser. */
export const visitCookie = 'visita';

/** Finds out who is calling; anonymous visitors get a binding for their forms. */
export async function visitOf(deps: ServerDeps, request: FastifyRequest): Promise<Visit> {
  const cookies = request.cookies ?? {}, visit = cookies[cookieName(deps, visitCookie)];
  const found = Object.keys(cookies).length > 0 ? await deps.authenticate(deps.db, cookies, deps.clock.now()) : undefined;
  return { person: found?.person, binding: found?.sessionKey ?? (visit === undefined ? undefined : ofVisit(visit)), fresh: undefined, notice: readNotice(deps.key, cookies[cookieName(deps, noticeCookie)]), csrfUsed: false, formerly: undefined, unread: undefined };
}

/** The hidden form field of this visit. Asking for it marks the answer as personal. */
export function csrfOf(key: FormKey, visit: Visit): Html {
  visit.csrfUsed = true;
  return csrfInput(csrfToken(key, visit.binding ?? ofVisit(visit.fresh ??= randomBytes(18).toString('base64url'))));
}

// Whatever a caller writes into the cookie, the forms of a visit are not those of a session.
const ofVisit = (visit: string): string => `visit:${visit}`;

/** Everything a handler may know of a request. */
export function contextOf(deps: ServerDeps, request: FastifyRequest, visit: Visit, route: Route): Context {
  let parsed: URL | undefined;
  // The router gives text for each parameter of the path, and the headers read here come once.
  return {
    db: deps.db, now: deps.clock.now(), person: visit.person, params: plainParams(request.params as Record<string, string>),
    query: firstOfEach(request.query as Record<string, unknown>),
    form: isForm(route, request) ? formOf(request.body) : {},
    json: route.options.body === 'json' ? plainJson(request.body) : undefined,
    parts: () => checkedParts(deps, request, visit),
    method: request.method, headers: request.headers as Record<string, string | undefined>, cookies: request.cookies ?? {},
    ip: request.ip, requestId: request.id, notice: visit.notice,
    // Few handlers look at the address, and reading it costs as much as finding the route.
    get url() { return (parsed ??= new URL(request.raw.url ?? '/', deps.publicUrl())); },
    get path() { return this.url.pathname; },
    get csrf() { return csrfOf(deps.key, visit); },
  };
}

/** Whether the body is a plain form, which has been read whole; files come as parts. */
export function isForm({ options: { body = 'form' } }: Route, request: FastifyRequest): boolean {
  return body === 'form' || (body === 'either' && !request.isMultipart());
}

function firstOfEach(query: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(query ?? {}).map(([name, value]) => [name, plainText(Array.isArray(value) ? value[0] : value)]));
}


function formOf(body: unknown): FormBody {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== csrfField).map(([name, value]) => [name, Array.isArray(value) ? value.map(plainText) : plainText(value)]));
}

async function* checkedParts(deps: ServerDeps, request: FastifyRequest, visit: Visit): AsyncGenerator<Part> {
  const parts = await beginParts(request);
  if (!isTokenOf(deps.key, visit.binding, parts.token)) {
    visit.unread = parts;
    refuse('form_expired');
  }
  for await (const part of parts.rest) {
    if (part.type === 'field') yield { kind: 'field', name: part.fieldname, value: plainText(part.value) };
    else yield { kind: 'file', name: part.fieldname, filename: part.filename, mimetype: part.mimetype, stream: part.file };
  }
}

/** The parts of a multipart form, whose first one must be the token. */
export async function beginParts(request: FastifyRequest): Promise<UnreadParts> {
  if (!request.isMultipart()) return refuse('wrong_type');
  const rest = request.parts(), first: Multipart | undefined = (await rest.next()).value;
  // A file in the token's place is for nobody, and the next part comes only after it.
  if (first?.type === 'file') first.file.resume();
  return { token: first?.type === 'field' && first.fieldname === csrfField ? first.value : undefined, rest };
}
