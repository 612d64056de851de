import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { hiddenField } from '#kernel/html/components.ts';
import type { Answer, Context, PageContent, Part, Route } from '#kernel/http/index.ts';
import { invariant } from '#kernel/errors/index.ts';

/** What a test says of a request; the rest is empty. */
export type Asked = { readonly db: Db; readonly now: Date; readonly person?: Person; readonly form?: Context['form']; readonly headers?: Context['headers']; readonly json?: unknown; readonly parts?: readonly Part[] };

/** Calls the handler of the route that answers `method path?query`, as the server would after its checks of role and token. */
export async function call(routes: readonly Route[], request: string, asked: Asked): Promise<Answer> {
  const [method, address = '/'] = request.split(' ');
  const url = new URL(address, 'http://127.0.0.1');
  const found = routes.map((route) => ({ route, params: route.method === method ? paramsOf(route.path, url.pathname) : undefined })).find(({ params }) => params);
  invariant(found?.params, `a route answers ${request}`);
  return found.route.does(contextFor(url, found.params, method, asked));
}

/** The page of an answer, or a failed test. */
export function pageOf({ body }: Answer): PageContent {
  invariant(body.kind === 'page', 'the answer is a page');
  return body.page;
}

const contextFor = (url: URL, params: Record<string, string>, method: string | undefined, asked: Asked): Context => ({
  db: asked.db, now: asked.now, person: asked.person, params, query: Object.fromEntries(url.searchParams), form: asked.form ?? {}, json: asked.json,
  parts: async function* () { yield* asked.parts ?? []; }, method: method ?? 'GET', path: url.pathname, url, headers: asked.headers ?? {}, cookies: {}, ip: '127.0.0.1',
  requestId: '0193f2a0-0000-7000-8000-000000000000', csrf: hiddenField('csrf', 'prueba'), notice: undefined,
});

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/'), found = path.split('/');
  if (wanted.length !== found.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(found[i] ?? '');
    else if (part !== found[i]) return undefined;
  }
  return params;
}
