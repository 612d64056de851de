import { createSecretKey } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { mayCall } from '../access.ts';
import { invariant, isRefusal } from '../errors/index.ts';
import { newId } from '../ids.ts';
import type { Module } from '../module.ts';
import { answerFailure } from './failures.ts';
import { contextOf, isForm, type Visit, visitOf } from './context.ts';
import { checkCsrf, checkOrigin, csrfField } from './csrf.ts';
import type { ServerDeps } from './deps.ts';
import { refuse } from './errors.ts';
import { answerNoRequest } from './no-request.ts';
import { formerly, keepLateForm } from './late-forms.ts';
import { createRateLimiter, type RateLimiter } from './rate-limit.ts';
import { sendAnswer } from './send.ts';
import { securityHeaders } from './security.ts';
import type { Answer, Route } from './types.ts';

// Ten megabytes over a village's line take minutes.
const requestSecondsMax = 900;
const bodyBytesMax = 1_048_576, filesMax = 20, fieldsMax = 500, fieldBytesMax = 65_536, uploadBytesMax = 52_428_800;

/** Builds the server from the modules' route tables. Every route checks its roles; what no table names does not exist. */
export async function buildServer(given: ServerDeps): Promise<FastifyInstance> {
  const deps = { ...given, key: Buffer.isBuffer(given.key) ? createSecretKey(given.key) : given.key };
  const headers = securityHeaders(deps.publicUrl().startsWith('https:'), deps.formOrigins);
  const app = fastify({
    // An address that can't be read comes past no hook.
    frameworkErrors: (caught, request, reply) => { void answerFailure(deps, nobody(), request, reply.headers(headers), caught); },
    // One proxy is trusted: the address that it wrote last, never one that the caller wrote before it.
    clientErrorHandler: answerNoRequest(headers),
    logger: false, trustProxy: deps.trustProxy && ((_address, hop) => hop === 0), bodyLimit: bodyBytesMax, genReqId: () => newId<'request'>(deps.clock.now()),
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true }, ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: false } },
    rewriteUrl: ({ url = '/' }) => ownPath(url),
    forceCloseConnections: 'idle', requestTimeout: requestSecondsMax * 1000, exposeHeadRoutes: true,
  });
  mount(app, deps.modules);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: bodyBytesMax });
  await app.register(multipart, { limits: { files: filesMax, fields: fieldsMax, fieldSize: fieldBytesMax, fileSize: uploadBytesMax, parts: filesMax + fieldsMax } });
  app.addHook('onRequest', async (_request, reply) => { reply.headers(headers); });
  const limiter = createRateLimiter();
  for (const route of deps.modules.flatMap((module) => module.routes ?? [])) addRoute(app, deps, limiter, route);
  app.setNotFoundHandler(async (request, reply) => answerFailure(deps, await visitOrNobody(deps, request), request, reply, failureOf(() => refuse('not_found'))));
  app.setErrorHandler(async (caught, request, reply) => answerFailure(deps, await visitOrNobody(deps, request), request, reply, caught));
  return app;
}

// A request may name the whole address (RFC 9112 §3.2.2), but not which site this is.
const ownPath = (url: string): string => (url.startsWith('/') ? url : url.replace(/^[a-z][\w+.-]*:\/\/[^/?#]*/i, '').replace(/^(?!\/)/, '/'));

// Parts that bring their own server, such as the identity provider, take the raw request before any body is read.
function mount(app: FastifyInstance, modules: readonly Module[]): void {
  const mounts = modules.flatMap((module) => module.mounts ?? []);
  app.addHook('onRequest', async (request, reply) => {
    const found = mounts.find(({ prefix }) => request.raw.url === prefix || request.raw.url?.startsWith(`${prefix}/`) || request.raw.url?.startsWith(`${prefix}?`));
    if (!found) return;
    reply.hijack();
    found.handle(request.raw, reply.raw);
  });
}

function addRoute(app: FastifyInstance, deps: ServerDeps, limiter: RateLimiter, route: Route): void {
  app.route({
    method: route.method, url: route.path, schema: schemaOf(route), config: { route },
    onRequest: (request) => admit(deps, limiter, route, request),
    handler: (request, reply) => handle(deps, route, request, reply),
  });
}

// Whoever may not call a route is told so before anything they sent is read.
async function admit(deps: ServerDeps, limiter: RateLimiter, route: Route, request: FastifyRequest): Promise<void> {
  limiter(route.options.limit ?? 'page', request.ip, deps.clock.now().getTime());
  const visit = await visitOf(deps, request);
  visits.set(request, visit);
  if (mayCall(route.who, visit.person)) return;
  if (visit.person) refuse('not_allowed');
  // What somebody typed whose session has ended is worth reading all the same.
  visit.formerly = await formerly(deps, route, request);
  if (!visit.formerly) refuse('login_needed');
}

const visits = new WeakMap<FastifyRequest, Visit>();

async function handle(deps: ServerDeps, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = visits.get(request);
  invariant(visit, 'whoever reaches a handler has been admitted');
  try {
    return await sendAnswer(deps, await answerOf(deps, route, request, visit), visit, request, reply);
  } catch (caught) {
    return await answerFailure(deps, visit, request, reply, caught);
  }
}

async function answerOf(deps: ServerDeps, route: Route, request: FastifyRequest, visit: Visit): Promise<Answer> {
  if (visit.formerly) return keepLateForm(deps, visit.formerly, route, request, visit);
  try {
    if (route.method !== 'GET') checkForgery(deps, route, request, visit);
    return await route.does(contextOf(deps, request, visit, route));
  } catch (caught) {
    // A form of a session before this one: they logged in again in another window.
    const owner = isRefusal(caught, 'http.form_expired') ? await formerly(deps, route, request, visit.person) : undefined;
    if (owner) return keepLateForm(deps, owner, route, request, visit, caught);
    throw caught;
  }
}

function checkForgery(deps: ServerDeps, route: Route, request: FastifyRequest, visit: Visit): void {
  if (route.options.csrf === 'none') return;
  checkOrigin(request.headers as Record<string, string | undefined>, [new URL(deps.publicUrl()).origin]);
  // A JSON body can't be sent by another site without asking first, and multipart forms are checked at their first part.
  if (route.options.body === 'json') return jsonOnly(request);
  if (isForm(route, request)) checkCsrf(deps.key, visit.binding, (request.body as Record<string, unknown> | undefined)?.[csrfField]);
}

function jsonOnly(request: FastifyRequest): void {
  if (!/^application\/(\w+\+)?json\b/.test(request.headers['content-type'] ?? '')) refuse('wrong_type');
}

function schemaOf({ options: { api } }: Route): Record<string, unknown> {
  return { ...(api?.query ? { querystring: api.query } : {}), ...(api?.params ? { params: api.params } : {}), ...(api?.body ? { body: api.body } : {}) };
}

// While reporting a failure, a second one (the database is gone, say) must not hide the first.
const visitOrNobody = async (deps: ServerDeps, request: FastifyRequest): Promise<Visit> =>
  visits.get(request) ?? visitOf(deps, request).catch(nobody);

const nobody = (): Visit => ({ person: undefined, binding: undefined, fresh: undefined, notice: undefined, csrfUsed: false, formerly: undefined, unread: undefined });

function failureOf(thrower: () => never): unknown {
  try { return thrower(); } catch (caught) { return caught; }
}
