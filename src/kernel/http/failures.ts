import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorPage } from '../html/error-pages.ts';
import type { Refusal } from '../errors/index.ts';
import type { Visit } from './context.ts';
import { problemOf, toRefusal } from './problems.ts';
import { sendAnswer } from './send.ts';
import type { ServerDeps } from './deps.ts';
import type { Answer } from './types.ts';

/** Tells a person (a page) or a program (a problem document) what happened and what to do next. Never shows a bug's own words. */
export async function answerFailure(deps: ServerDeps, visit: Visit, request: FastifyRequest, reply: FastifyReply, caught: unknown): Promise<FastifyReply> {
  const refusal = toRefusal(caught, request.id, deps.log);
  if (reply.sent) return reply;
  return sendAnswer(deps, wantsProblem(request) ? problemAnswer(refusal, request.id) : pageAnswer(refusal, visit, request), visit, request, reply);
}

/** Whether a program asks, which gets a problem document where a person gets a page. */
export const wantsProblem = (request: FastifyRequest): boolean =>
  /^\/(api|webhook|open311)\//.test(request.raw.url ?? '') || /\bjson\b/.test(String(request.headers.accept ?? ''));

const problemAnswer = (refusal: Refusal, requestId: string): Answer =>
  ({ status: refusal.status, headers: retryHeader(refusal), body: { kind: 'json', value: problemOf(refusal, requestId), type: 'application/problem+json' } });

function pageAnswer(refusal: Refusal, visit: Visit, request: FastifyRequest): Answer {
  if (refusal.code === 'http.login_needed' && request.method === 'GET') return loginAnswer(request);
  return { status: refusal.status, headers: retryHeader(refusal), body: { kind: 'page', page: errorPage({ status: refusal.status, sentence: refusal.message, code: refusal.code, requestId: request.id, person: visit.person, loginHref: loginHref(pageBefore(request)) }) } };
}

const loginAnswer = (request: FastifyRequest): Answer =>
  ({ status: 303, body: { kind: 'redirect', to: loginHref(request.raw.url) } });

const loginHref = (back = '/'): string => `/ingresar?volver=${encodeURIComponent(back)}`;

/** The page of ours from which a form came: whoever must log in first comes back to it. */
export function pageBefore({ headers, host }: FastifyRequest): string | undefined {
  const before = URL.parse(headers.referer ?? '');
  return before?.host === host ? before.pathname + before.search : undefined;
}

const retryHeader = (refusal: Refusal): Record<string, string> =>
  typeof refusal.facts.seconds === 'number' ? { 'retry-after': String(refusal.facts.seconds) } : {};
