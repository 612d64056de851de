import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mayCall, roles, type Role } from '#kernel/access.ts';
import { openDatabase } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import { composedRoutes, type ComposedRoute } from '#support/composition.ts';
import { anonymous, citizen, formOf, officer, type Caller } from '#support/people.ts';
import type { RawAnswer } from '#support/raw-request.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';

// The table comes from the program itself: a route that somebody adds is tested without a line here.
const routes = await composedRoutes();
let site: RunningVentanilla;

before(async () => {
  site = await startVentanilla({ TRUST_PROXY: 'yes' });
  await onlySupervisor(site.ownerUrl, 'jefatura.aduana');
});
after(() => site.stop());

// In the demonstration heads of unit are officers too; here one is nothing else, so that each role stands for itself.
async function onlySupervisor(ownerUrl: string, username: string): Promise<void> {
  const db = openDatabase(ownerUrl);
  await db.rows(`update identity.person p set roles = '{supervisor}' from identity.officer o where o.person_id = p.id and o.username = $1`, [username]);
  await db.close();
}

const logIn = {
  public: () => anonymous(site.url), applicant: () => citizen(site.url, '4567891'), officer: () => officer(site.url, 'ventanilla.aduana'), supervisor: () => officer(site.url, 'jefatura.aduana'),
  designer: () => officer(site.url, 'diseno'), auditor: () => officer(site.url, 'auditoria'), admin: () => officer(site.url, 'administracion'),
  egov_head: () => officer(site.url, 'gobierno.gad'), authority: () => officer(site.url, 'mae.aduana'), reviewer: () => officer(site.url, 'revision.agetic'), coordinator: () => officer(site.url, 'coordinacion.justicia'), examiner: () => officer(site.url, 'examen.contraloria'),
} as const satisfies Record<Role, () => Promise<Caller>>;

for (const role of roles) {
  test(`${role}: every route that is theirs opens, and no other`, async () => {
    const caller = await logIn[role](), wrong: string[] = [], theirs = routes.filter(({ who }) => isFor(who, role));
    for (const route of routes.filter(({ who }) => !isFor(who, role))) wrong.push(...await check(caller, route, refusedTo(role, route)));
    for (const route of theirs.filter((one) => !endsSessions(one))) wrong.push(...await check(caller, route, open));
    for (const route of theirs.filter(endsSessions)) wrong.push(...await check(await logIn[role](), route, open));
    assert.deepEqual(wrong, []);
  });
}

const isFor = (who: readonly Role[], role: Role): boolean =>
  mayCall(who, role === 'public' ? undefined : { id: newId(new Date()), kind: 'officer', name: '', roles: [role], units: [] });

const endsSessions = ({ method, path }: ComposedRoute): boolean => method === 'POST' && /^\/salir$|^\/mi-cuenta\/sesiones/.test(path);

type Expected = { readonly says: string; readonly holds: (answer: RawAnswer, code: string | undefined) => boolean };

// What the handler then says of things that do not exist is its own matter, as long as it is not about the role, and nothing breaks.
const open: Expected = { says: 'open', holds: ({ status }, code) => status < 500 && code !== 'http.not_allowed' && code !== 'http.login_needed' && code !== 'http.form_expired' };
const toLogin: Expected = { says: 'sent to log in', holds: ({ status, headers }) => status === 303 && headers.get('location')?.startsWith('/ingresar?volver=') === true };
const loginNeeded: Expected = { says: '401', holds: ({ status, headers }) => status === 401 && headers.get('content-type') !== null };
const loginProblem: Expected = { says: 'a 401 problem', holds: ({ status, headers }, code) => status === 401 && isProblem(headers) && code === 'http.login_needed' };
const forbidden: Expected = { says: 'a 403 page', holds: ({ status, headers, text }) => status === 403 && /^text\/html/.test(headers.get('content-type') ?? '') && text.includes('no tiene permiso') };
const forbiddenProblem: Expected = { says: 'a 403 problem', holds: ({ status, headers }, code) => status === 403 && isProblem(headers) && code === 'http.not_allowed' };

const isApi = ({ path }: ComposedRoute): boolean => path.startsWith('/api/');
const isProblem = (headers: Headers): boolean => /^application\/problem\+json/.test(headers.get('content-type') ?? '');

function refusedTo(role: Role, route: ComposedRoute): Expected {
  if (role !== 'public') return isApi(route) ? forbiddenProblem : forbidden;
  if (isApi(route)) return loginProblem;
  return route.method === 'GET' ? toLogin : loginNeeded;
}

async function check(caller: Caller, route: ComposedRoute, expected: Expected): Promise<string[]> {
  const answer = await caller.send({ method: route.method, path: addressOf(route), ...bodyFor(route, caller.token, expected === open) });
  const code = /"code":"([^"]+)"/.exec(answer.text)?.[1];
  return expected.holds(answer, code) ? [] : [`${route.method} ${route.path} must be ${expected.says}: ${answer.status} ${code ?? answer.headers.get('location') ?? ''}`];
}

// Identifiers that nobody has: whoever may call the route is told so, and nothing is touched.
const addressOf = ({ path }: ComposedRoute): string => path.replace(/:(\w+)/g, (_, name: string) => (name === 'slug' ? 'no-existe' : newId<'nobody'>(new Date())));

function bodyFor({ method, options }: ComposedRoute, token: string, asProgram: boolean) {
  const accept = { accept: asProgram ? 'application/json' : 'text/html' };
  if (method === 'GET') return { headers: accept };
  if (options.body === 'json') return { headers: { ...accept, 'content-type': 'application/json' }, body: '{}' };
  if (options.body === 'multipart') return { headers: { ...accept, 'content-type': 'multipart/form-data; boundary=b' }, body: `--b\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n--b--\r\n` };
  const { headers, body = '' } = formOf({ _csrf: token });
  return { headers: { ...accept, ...headers }, body };
}

// Whether the address of a row is also one of another row, whose parameter stands where the first has a word.
function answers(pattern: string, path: string): boolean {
  const wanted = pattern.split('/'), found = path.split('/');
  return wanted.length === found.length && wanted.every((part, at) => part.startsWith(':') || part === found[at]);
}

test('a method that no row names does not exist, whoever asks', async () => {
  const callers = await Promise.all([logIn.public(), logIn.admin()]), wrong: string[] = [];
  for (const { path } of new Map(routes.map((route) => [route.path, route])).values()) {
    const named = routes.filter((route) => answers(route.path, path)).map(({ method }) => method as string);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((one) => !named.includes(one))) {
      for (const caller of callers) {
        const { status } = await caller.send({ method, path: addressOf({ path } as ComposedRoute), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
        if (status !== 404) wrong.push(`${method} ${path}: ${status}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});
