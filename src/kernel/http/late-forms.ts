import type { FastifyRequest } from 'fastify';
import type { Person } from '../access.ts';
import { isRefusal } from '../errors/index.ts';
import { beginParts, isForm, type Visit } from './context.ts';
import { checkOrigin, csrfField, isTokenOf } from './csrf.ts';
import type { ServerDeps } from './deps.ts';
import { refuse } from './errors.ts';
import { pageBefore, wantsProblem } from './failures.ts';
import { keepable, type Field } from './keepable.ts';
import type { FormOwner, LateCaller } from './late-form.ts';
import { plainText } from './plain-text.ts';
import type { Answer, Route } from './types.ts';

/** Whose form this may be that nobody logged in has sent; `undefined` where nothing is kept, so that nothing need be read. */
export async function formerly(deps: ServerDeps, route: Route, request: FastifyRequest, person?: Person): Promise<FormOwner | undefined> {
  if (!deps.lateForms || route.method !== 'POST' || route.options.form === undefined || wantsProblem(request)) return undefined;
  return deps.lateForms.ownerOf(deps.db, callerOf(deps, request, person));
}

/**
 * Keeps what was typed for its owner. Only a form that we gave to one of the owner's sessions counts, so that nobody can have another's words
 * kept; what is not kept is refused as it would have been: with `otherwise`, or because a login is needed.
 */
export async function keepLateForm(deps: ServerDeps, owner: FormOwner, route: Route, request: FastifyRequest, visit: Visit, otherwise: unknown = undefined): Promise<Answer> {
  const { lateForms } = deps, name = route.options.form;
  checkOrigin(request.headers as Record<string, string | undefined>, [new URL(deps.publicUrl()).origin]);
  const { token, pairs, hadFiles } = isForm(route, request) ? readBody(request.body) : await readParts(request, visit);
  const fields = owner.sessionKeys.some((key) => isTokenOf(deps.key, key, token)) ? keepable(pairs) : 'nothing';
  if (fields === 'too_long' && visit.person === undefined) return refuse('too_long_to_keep');
  if (!lateForms || name === undefined || fields === 'too_long' || fields === 'nothing') return refuseAs(otherwise);
  return lateForms.keep(deps.db, owner, { name, path: request.raw.url ?? '/', pageBefore: pageBefore(request), fields, hadFiles }, callerOf(deps, request, visit.person));
}

function refuseAs(otherwise: unknown): never {
  if (isRefusal(otherwise)) throw otherwise;
  return refuse('login_needed');
}

const callerOf = ({ clock }: ServerDeps, request: FastifyRequest, person: Person | undefined): LateCaller => ({ cookies: request.cookies ?? {}, person, now: clock.now() });

type Read = { readonly token: unknown; readonly pairs: readonly Field[]; readonly hadFiles: boolean };

function readBody(body: unknown): Read {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {};
  const pairs = Object.entries(given).flatMap(([name, value]) => [value].flat().map((one): Field => [plainText(name), plainText(one)]));
  return { token: given[csrfField], pairs, hadFiles: false };
}

// More than this is not kept, and so need not be remembered while the rest is read.
const bytesReadMax = 262_144;

async function readParts(request: FastifyRequest, visit: Visit): Promise<Read> {
  const { token, rest } = visit.unread ?? await beginParts(request), pairs: Field[] = [];
  let hadFiles = false, bytes = 0;
  for await (const part of rest) {
    if (part.type === 'file') {
      hadFiles ||= part.filename !== '';
      part.file.resume();
      continue;
    }
    const value = plainText(part.value);
    bytes += value.length;
    pairs.push([plainText(part.fieldname), bytes > bytesReadMax ? '' : value]);
  }
  return { token, pairs, hadFiles };
}
