import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Role } from '#kernel/access.ts';
import { openDatabase } from '#kernel/db/index.ts';
import { refusalCatalogue } from '#kernel/errors/index.ts';
import { composedRoutes, type ComposedRoute } from '#support/composition.ts';
import { press, until } from '#support/procedure-steps.ts';
import { anonymous, citizen, officer, type Caller } from '#support/people.ts';
import type { RawAnswer, RawRequest } from '#support/raw-request.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';
import { tally } from '../durability/tally.ts';
import { defencesMissing } from './defences.ts';
import { garbageFor } from './garbage.ts';
import { furnishBoard } from './furnish-board.ts';
import { furnish, furnishProgramme, type Furnished } from './furnish.ts';

// The same garbage every time; another number in VENTANILLA_SEED gives other garbage.
const seed = Number(process.env.VENTANILLA_SEED ?? 20_261_120), runs = { GET: 12, POST: 50 } as const, parallel = 6;

const routes = await composedRoutes();
const codes = new Set(refusalCatalogue().map(({ code }) => code));
let site: RunningVentanilla, callers: Record<Role, Caller>, agenda: Caller, furnished: Furnished;

before(async () => {
  site = await startVentanilla({ TRUST_PROXY: 'yes' });
  const { url } = site;
  callers = { public: await anonymous(url), applicant: await citizen(url, '4567891'), officer: await officer(url, 'ventanilla.aduana'), supervisor: await officer(url, 'jefatura.aduana'), admin: await officer(url, 'administracion'), designer: await officer(url, 'diseno'),
    auditor: await officer(url, 'auditoria'), egov_head: await officer(url, 'gobierno.aduana'), authority: await officer(url, 'mae.aduana'), reviewer: await officer(url, 'revision.agetic'), coordinator: await officer(url, 'coordinacion.justicia'), examiner: await officer(url, 'examen.contraloria') };
  agenda = await officer(url, 'ventanilla.migracion');
  await press(callers.examiner, '/control/ejemplo');
  furnished = await furnish(site, callers.applicant, callers.officer);
  await press(callers.designer, '/plan/inventario/publicados');
  furnished = await furnishProgramme(site, callers.designer, furnished);
  furnished = await furnishBoard(site, furnished);
});
after(() => site.stop());

test('no garbage breaks a route: every answer is defended, understood and in Spanish, and nothing is half saved', async () => {
  const wrong: string[] = [], queue = [...routes].sort((a, b) => Number(isFinal(a)) - Number(isFinal(b)));
  let sent = 0;
  for (const route of queue) {
    const caller = callerFor(route), real = furnished.real, numRuns = route.method === 'GET' ? runs.GET : runs.POST;
    const requests = fc.sample(garbageFor(route, caller.token, real, await fieldsShown(caller, route)), { numRuns, seed });
    for (let at = 0; at < requests.length; at += parallel) {
      wrong.push(...(await Promise.all(requests.slice(at, at + parallel).map((request) => check(caller, route, request)))).flat());
    }
    sent += requests.length;
  }
  const bugs = site.output().split('\n').filter((line) => line.includes('"level":"error"'));
  assert.deepEqual([...summed(wrong), ...bugs.map((line) => line.slice(0, 1_500))], []);
  assert.ok(sent > 2_000, `${sent} requests`);
  const db = openDatabase(site.ownerUrl);
  try {
    await until(async () => (await db.rows('select 1 from kernel.outbox where run_at <= now() or attempts > 0 limit 1')).length === 0 || undefined);
    assert.deepEqual(await tally(db, site.dataFolder, { submitted: new Map(), uploaded: new Set(), paid: new Set(), resolved: new Set(), granted: new Set() }), []);
  } finally { await db.close(); }
});

// What takes the furniture away comes last.
const isFinal = ({ method, path }: ComposedRoute): boolean => method === 'POST' && /retiro$|descarte$|salir$|sesiones|baja$|reposicion$|envio$|toma$|liberacion$|resolucion$|revocacion$|comportamiento$|cancelacion$|emision$|notificacion$/.test(path);

function callerFor({ who, path }: ComposedRoute): Caller {
  if (path.startsWith('/escritorio/agenda')) return agenda;
  if (path.startsWith('/control/') && who.includes('examiner')) return callers.examiner;
  const role = (['public', 'applicant', 'officer', 'designer', 'supervisor', 'admin', 'egov_head', 'authority', 'auditor', 'reviewer', 'coordinator', 'examiner'] as const satisfies readonly Role[]).find((one) => who.includes(one));
  assert.ok(role, 'somebody of the test may call every route');
  return callers[role];
}

async function fieldsShown(caller: Caller, route: ComposedRoute): Promise<string[]> {
  if (route.method === 'GET') return [];
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => furnished.real(route, name)[0] ?? 'nada');
  const { text } = await caller.send({ path });
  return [...new Set([...text.matchAll(/<(?:input|select|textarea|button)\b[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name))].filter((name) => name !== '_csrf');
}

async function check(caller: Caller, route: ComposedRoute, request: RawRequest): Promise<string[]> {
  let answer: RawAnswer;
  try { answer = await caller.send(request); } catch (caught) { return [`${route.method} ${route.path}: ${String(caught)} ${sayRequest(request)}`]; }
  // The stand-in of the gateway speaks to programs as the gateway does.
  if (route.path.startsWith('/simulador/ppe/transaccion/deuda') && answer.status < 500) return [...defencesMissing(answer)];
  return faultsOf(answer).map((fault) => `${route.method} ${route.path}: ${fault} ${sayRequest(request)}`);
}

function* faultsIn(answer: RawAnswer): Generator<string> {
  const { status, headers, text } = answer, type = headers.get('content-type') ?? '', location = headers.get('location');
  if (status >= 500 && status !== 503) yield `answers ${status} ${text.slice(0, 200)}`;
  if (status >= 400) yield* unexplained(answer, type);
  if (/^text\/html/.test(type) && /\bundefined\b|\[object |\bNaN\b|Invalid Date|\bnull\b(?!\u00a0)/.test(text.replace(/<p class="app-print-address">[^<]*|<input[^>]*>|<textarea[\s\S]*?<\/textarea>|value="[^"]*"/g, '').replaceAll(/(?:undefined|null|NaN)(?=[»"<&])/g, ''))) yield 'shows what nobody should see';
  if (text.includes('<script')) yield 'shows a script';
  if (location !== null && (!/^\/(?![/\\])/.test(location) && !location.startsWith(`${site.url}/`))) yield `leads away to ${location}`;
  yield* defencesMissing(answer);
}

const faultsOf = (answer: RawAnswer): string[] => [...faultsIn(answer)];

function* unexplained({ status, text, headers }: RawAnswer, type: string): Generator<string> {
  if (/^application\/problem\+json/.test(type)) {
    const { code, title } = JSON.parse(text) as { code?: string; title?: string };
    if (code === undefined || !codes.has(code)) yield `${status} with the code ${code}`;
    if (title === undefined || !isSpanish(title)) yield `says «${title}»`;
  } else if (!/^text\/html/.test(type) && headers.get('content-length') !== '0') yield `${status} as ${type}: ${text.slice(0, 100)}`;
  else if (!/<h1|govuk-error-summary/.test(text) || /\{\w+\}/.test(/<main[\s\S]*<\/main>/.exec(text)?.[0].replace(/value="[^"]*"|<textarea[\s\S]*?<\/textarea>/g, '') ?? '')) yield `${status} without a sentence`;
}

// Sentences of ours end as sentences do, and no library's English is among them.
const isSpanish = (sentence: string): boolean => /[.?!»]$/.test(sentence) && !/\b(must|should|invalid|unexpected|error|failed|property|not found|cannot)\b/i.test(sentence);

const sayRequest = ({ path, headers, body }: RawRequest): string => `← ${path.slice(0, 200)} ${JSON.stringify(headers).slice(0, 200)} ${String(body ?? '').slice(0, 200)}`;

/** What was wrong, each kind once, with how often and one example. */
const summed = (wrong: readonly string[]): string[] => [...Map.groupBy(wrong, (one) => one.split('←')[0]?.replace(/^\S+ \S+: /, '').slice(0, 60) ?? '')].map(([, same]) => `${same.length} × ${same[0] ?? ''}`);
