import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDatabase, type Database } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { apply, foundDocument, pay, resolve, until } from '#support/procedure-steps.ts';
import { citizen, officer } from '#support/people.ts';
import { freePort } from '#support/servers/index.ts';
import { launch } from '#support/ventanilla.ts';

type Running = Awaited<ReturnType<typeof launch>>;

const dataFolder = mkdtempSync(join(tmpdir(), 'ventanilla-shared-')), name = `shared_${newId().replaceAll('-', '')}`;
let fresh: FreshDatabase, ownerUrl: string, db: Database, proxy: Server, processes: readonly Running[], site: string;

// Two processes that start at the same moment on an empty database and an empty folder, behind a proxy that gives each request to another.
before(async () => {
  fresh = await freshDatabase();
  await fresh.asOwner(`create database ${name}`);
  const [asOwner, asApp] = [fresh.ownerUrl, fresh.url].map((url) => { const own = new URL(url); own.pathname = `/${name}`; return own.href; });
  ownerUrl = asOwner ?? '';
  const port = await freePort();
  site = `http://127.0.0.1:${port}`;
  const settings = { DATABASE_URL: asApp ?? '', DATABASE_OWNER_URL: ownerUrl, VENTANILLA_DATA: dataFolder, VENTANILLA_URL: site, TRUST_PROXY: 'yes' };
  const ports = [await freePort(), await freePort()];
  processes = await Promise.all(ports.map((own) => launch({ ...settings, PORT: String(own) })));
  proxy = await balance(ports, port);
  db = openDatabase(ownerUrl);
});

after(async () => {
  proxy.close();
  await Promise.all(processes.map((one) => one.end('SIGTERM')));
  await db.close();
  await fresh.asOwner(`drop database ${name} with (force)`);
  await fresh.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

function balance(ports: readonly number[], port: number): Promise<Server> {
  let turn = 0;
  const server = createServer((asked, answer) => {
    const passed = request({ hostname: '127.0.0.1', port: ports[turn++ % ports.length], method: asked.method, path: asked.url, headers: asked.headers }, (came) => { answer.writeHead(came.statusCode ?? 502, came.headers); came.pipe(answer); });
    passed.on('error', () => { answer.writeHead(502).end(); });
    asked.pipe(passed);
  });
  return new Promise((listening) => { server.listen(port, '127.0.0.1', () => listening(server)); });
}

const count = async (of: string): Promise<number> => (await db.rows<{ n: number }>(`select count(*)::int as n from ${of}`))[0]?.n ?? -1;

test('two processes that began together are one site: whichever answers, a case goes from the form to the document', async () => {
  assert.equal(await count('catalog.procedure'), 73, 'the catalogue is there once');
  const rosa = await citizen(site, '4567891'), lidia = await officer(site, 'ventanilla.aduana'), wilson = await officer(site, 'archivo.aduana');
  const ids = await Promise.all(['a', 'b', 'c', 'd'].map((mark) => apply(rosa, mark)));
  for (const id of ids) {
    await pay(rosa, id);
    assert.equal((await resolve(lidia, id, 'admitir')).status, 303);
    assert.equal((await resolve(wilson, id, 'entregar', foundDocument)).status, 303);
  }
  assert.ok(await until(async () => (await count('certificates.certificate')) === ids.length || undefined), 'each case has its document');
  assert.equal((await db.rows('select distinct number from cases.case')).length, ids.length, 'no number was given twice');
  const download = await until(async () => /\/mis-tramites\/[0-9a-f-]{36}\/documentos\/[0-9a-f-]{36}/.exec((await rosa.send({ path: `/mis-tramites/${ids[0] ?? ''}` })).text)?.[0]);
  const copies = await Promise.all([1, 2].map(() => rosa.send({ path: download ?? '' })));
  assert.ok(copies.every(({ bytes }) => bytes.equals(copies[0]?.bytes ?? Buffer.alloc(0)) && bytes.subarray(0, 5).toString() === '%PDF-'), 'both hand out the same bytes');
});

test('what one has closed is closed for the other, within seconds', async () => {
  const rosa = await citizen(site, '6123450-1A');
  await rosa.send({ method: 'POST', path: '/salir', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `_csrf=${rosa.token}` });
  assert.ok(await until(async () => (await Promise.all([1, 2].map(() => rosa.send({ path: '/mis-tramites' })))).every(({ status }) => status !== 200) || undefined));
});

test('when one dies the other goes on', async () => {
  const rosa = await citizen(site, '3987654');
  await processes[0]?.end('SIGKILL');
  const answers = await Promise.all(Array.from({ length: 6 }, () => rosa.send({ path: '/mis-tramites' })));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 502]));
});
