import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase } from '#kernel/db/index.ts';
import { send, type RawAnswer } from '#support/raw-request.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';

let site: RunningVentanilla;
before(async () => { site = await startVentanilla({ VENTANILLA_METRICS_TOKEN: 'clave-de-prueba' }); });
after(() => site.stop());

const read = (headers: Record<string, string> = {}): Promise<RawAnswer> => send(site.url, { path: '/metricas', headers });
const valueOf = (text: string, name: string): number => Number(text.split('\n').find((line) => line.startsWith(`${name} `))?.slice(name.length + 1));

test('every line is a comment or a value, and every figure says what it is', async () => {
  const { status, headers, text } = await read();
  assert.deepEqual([status, headers.get('content-type'), headers.get('cache-control')], [200, 'text/plain; version=0.0.4; charset=utf-8', 'no-store']);
  const lines = text.trimEnd().split('\n');
  assert.deepEqual(lines.filter((line) => !/^# (HELP|TYPE) [a-z_]+ .+$|^[a-z_]+(\{[a-z_]+="[^"\n]*"(,[a-z_]+="[^"\n]*")*\})? -?\d+(\.\d+)?(e[+-]?\d+)?$/.test(line)), []);
  for (const name of ['ventanilla_info', 'process_resident_memory_bytes', 'nodejs_eventloop_delay_seconds', 'ventanilla_database_connections', 'ventanilla_database_up', 'ventanilla_outbox_messages', 'ventanilla_outbox_failed', 'ventanilla_http_requests_total', 'ventanilla_http_request_seconds']) {
    assert.ok(lines.some((line) => line.startsWith(`# TYPE ${name} `)), name);
  }
  assert.ok(valueOf(text, 'process_resident_memory_bytes') > 10e6 && valueOf(text, 'ventanilla_database_up') === 1);
});

test('pages are counted by their pattern, and an address that nobody has does not make a row', async () => {
  const before = valueOf((await read()).text, 'ventanilla_http_requests_total{method="GET",route="/tramites/:slug",status="2xx"}') || 0;
  for (const path of ['/tramites/copias-simples', '/tramites/copias-simples', '/tramites/no-existe', '/inventada/4567891']) await send(site.url, { path });
  const { text } = await read();
  assert.equal(valueOf(text, 'ventanilla_http_requests_total{method="GET",route="/tramites/:slug",status="2xx"}'), before + 2);
  assert.equal(valueOf(text, 'ventanilla_http_requests_total{method="GET",route="/tramites/:slug",status="4xx"}'), 1);
  assert.doesNotMatch(text, /4567891|copias-simples|no-existe/);
});

test('what waits and what was given up shows', async () => {
  const db = openDatabase(site.ownerUrl);
  try {
    await db.rows(`insert into kernel.outbox (topic, key, payload, run_at) values ('prueba', 'prueba', '{}', now() + interval '1 day')`);
    await db.rows(`insert into kernel.outbox_failed (id, topic, key, payload, attempts, last_error, created_at) values (1, 'prueba', 'x', '{}', 12, 'no', now())`);
  } finally { await db.close(); }
  const { text } = await read();
  assert.deepEqual([valueOf(text, 'ventanilla_outbox_messages{state="later"}'), valueOf(text, 'ventanilla_outbox_failed')], [1, 1]);
});

const callers: readonly (readonly [who: string, headers: Record<string, string>, status: number])[] = [
  ['a program of this machine', {}, 200],
  ['somebody behind a proxy of this machine', { 'x-forwarded-for': '203.0.113.9' }, 403],
  ['somebody behind a proxy that says so otherwise', { forwarded: 'for=203.0.113.9' }, 403],
  ['somebody elsewhere with the token', { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer clave-de-prueba' }, 200],
  ['somebody elsewhere with another token', { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer otra' }, 403],
  ['somebody elsewhere with an empty token', { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer ' }, 403],
];

for (const [who, headers, status] of callers) {
  test(`${who} gets ${status}`, async () => { assert.equal((await read(headers)).status, status); });
}
