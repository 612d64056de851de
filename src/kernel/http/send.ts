import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName, type Visit, visitCookie } from './context.ts';
import { framed } from './framed.ts';
import { noticeCookie, writeNotice } from './notice.ts';
import { Packed } from './packed.ts';
import type { ServerDeps } from './deps.ts';
import type { Answer, AnswerBody, Cookie } from './types.ts';

/** Writes a handler's answer: frames pages, sets cookies, compresses text, and keeps personal pages out of every cache. */
export async function sendAnswer(deps: ServerDeps, answer: Answer, visit: Visit, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.code(answer.status);
  const [type, data] = render(deps, answer.body, visit, request);
  for (const made of cookiesOf(deps, answer, visit)) setCookie(deps, reply, made);
  reply.header('cache-control', cachingOf(answer, visit)).header('vary', 'Cookie, Accept-Encoding');
  if (answer.body.kind === 'bytes' && answer.body.disposition) reply.header('content-disposition', dispositionOf(answer.body));
  if (answer.headers) reply.headers(answer.headers);
  if (answer.body.kind === 'redirect') return reply.header('location', answer.body.to).send();
  reply.type(type);
  return data instanceof Packed ? sendText(data, request, reply) : reply.send(data);
}

function render(deps: ServerDeps, body: AnswerBody, visit: Visit, request: FastifyRequest): [type: string, data: Packed | Buffer | Readable] {
  if (body.kind === 'page') return ['text/html; charset=utf-8', framed(deps, body.page, visit, request.raw.url ?? '/')];
  if (body.kind === 'json') return [body.type ?? 'application/json; charset=utf-8', new Packed(JSON.stringify(body.value))];
  if (body.kind === 'bytes') return [body.type, typeof body.data === 'string' ? new Packed(body.data) : body.data];
  return ['text/plain', new Packed('')];
}

function* cookiesOf(deps: ServerDeps, answer: Answer, visit: Visit): Generator<Cookie> {
  yield* answer.setCookies ?? [];
  if (visit.csrfUsed && visit.fresh !== undefined) yield { name: cookieName(deps, visitCookie), value: visit.fresh };
  const notice = cookieName(deps, noticeCookie);
  if (answer.notice !== undefined) yield { name: notice, value: writeNotice(deps.key, answer.notice), maxAgeSeconds: 60 };
  else if (visit.notice !== undefined && answer.body.kind === 'page') yield { name: notice, value: '', maxAgeSeconds: 0 };
}

function setCookie(deps: ServerDeps, reply: FastifyReply, made: Cookie): void {
  reply.setCookie(made.name, made.value, {
    httpOnly: true, sameSite: 'lax', path: made.path ?? '/', secure: deps.publicUrl().startsWith('https:'),
    ...(made.maxAgeSeconds === undefined ? {} : { maxAge: made.maxAgeSeconds }),
  });
}

const cachingOf = (answer: Answer, visit: Visit): string =>
  visit.person !== undefined || visit.csrfUsed || visit.notice !== undefined || answer.status >= 300 ? 'no-store' : 'no-cache';

// The name is given twice: plain for old browsers, and in full by RFC 8187.
function dispositionOf(body: Extract<AnswerBody, { kind: 'bytes' }>): string {
  if (body.filename === undefined) return body.disposition ?? 'attachment';
  const plain = body.filename.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '');
  return `${body.disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(body.filename).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

async function sendText(text: Packed, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!text.isWorthPacking || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(text.bytes);
  return reply.header('content-encoding', 'gzip').send(await text.gzip());
}
