import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { systemClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { html } from '#kernel/html/html.ts';
import { buildServer, json, page, route, type Context } from '#kernel/http/index.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentsModule, filesOf, receiveUpload, type DocumentsModule } from './index.ts';
import { makePdf, makePng } from './test-files.ts';

const entityId: EntityId = newId<'entity'>();
let database: FreshDatabase;
let dataFolder = '';
let address = '';
let module: DocumentsModule;
let close = async () => {};

/** Receives every file of a post, as the portal does, and tells what became of each. */
async function receiveAll(ctx: Context) {
  const told: string[] = [];
  for await (const part of ctx.parts()) {
    if (part.kind === 'field') { told.push(`${part.name}=${part.value}`); continue; }
    const placement = { entityId, owner: `draft:${ctx.query.draft ?? ''}` as const, fieldId: part.name };
    const outcome = await receiveUpload(module.documents, ctx.db, part, placement, { accept: ['pdf', 'png'], bytesMax: 1_000_000 }, ctx.now)
      .then((file) => file?.name ?? 'nothing', (caught: unknown) => (isRefusal(caught) ? caught.code : Promise.reject(caught)));
    told.push(outcome);
  }
  return json(told);
}

before(async () => {
  database = await freshDatabase();
  dataFolder = await mkdtemp(join(tmpdir(), 'ventanilla-upload-'));
  module = documentsModule({ config: { dataFolder, environment: { CLAMD: 'no' } }, log: silentLog });
  const show = (ctx: Context) => page({ title: 'Subir', main: html`${ctx.csrf}` });
  const routes = [route('GET', '/subir', ['public'], show), route('POST', '/subir', ['public'], receiveAll, { body: 'multipart', limit: 'upload' })];
  const app = await buildServer({
    db: database.db, clock: systemClock, log: silentLog, key: Buffer.alloc(32, 7), publicUrl: () => address, trustProxy: false, formOrigins: [],
    modules: [{ name: 'prueba', routes }], authenticate: async () => undefined, frame: ({ main }) => String(main),
  });
  address = await app.listen({ host: '127.0.0.1', port: 0 });
  close = () => app.close();
});
after(async () => { await close(); await database.close(); await rm(dataFolder, { recursive: true }); });

async function visit(): Promise<{ token: readonly [string, string]; cookie: string }> {
  const answer = await fetch(`${address}/subir`);
  const [, name = '', value = ''] = /name="([^"]+)" value="([^"]+)"/.exec(await answer.text()) ?? [];
  return { token: [name, value], cookie: answer.headers.getSetCookie().map((set) => set.split(';')[0]).join('; ') };
}

async function upload(draft: string, parts: readonly (readonly [name: string, value: string | File])[]): Promise<unknown> {
  const { token, cookie } = await visit();
  const body = new FormData();
  for (const [name, value] of [token, ...parts]) body.append(name, value);
  const answer = await fetch(`${address}/subir?draft=${draft}`, { method: 'POST', body, headers: { cookie, origin: address } });
  assert.equal(answer.status, 200, await answer.clone().text());
  return answer.json();
}

const file = (name: string, bytes: Buffer) => new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });

test('files and texts come in their order, and a refused file does not stop the next', async () => {
  const told = await upload('a', [
    ['carta', file('Solicitud ñandú.pdf', makePdf())], ['nota', 'hola'], ['grande', file('grande.pdf', Buffer.concat([makePdf(), Buffer.alloc(3_000_000)]))],
    ['falso', file('falso.pdf', Buffer.from('MZ\x90\0', 'latin1'))], ['foto', file('foto.pdf', makePng())], ['vacio', file('', Buffer.alloc(0))], ['fin', 'sí'],
  ]);
  assert.deepEqual(told, ['Solicitud ñandú.pdf', 'nota=hola', 'documents.too_big', 'documents.not_accepted', 'foto.png', 'vacio=', 'fin=sí']);
  assert.equal((await filesOf(database.db, entityId, 'draft:a')).length, 2);
});

test('a connection that breaks in the middle of a file leaves neither row nor bytes, and the server goes on', async () => {
  const before = (await readdir(join(dataFolder, 'files'), { recursive: true })).length;
  const { token, cookie } = await visit();
  const { hostname, port } = new URL(address);
  const start = `--b\r\nContent-Disposition: form-data; name="${token[0]}"\r\n\r\n${token[1]}\r\n--b\r\nContent-Disposition: form-data; name="x"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 ${'x'.repeat(50_000)}`;
  const socket = connect(Number(port), hostname);
  socket.write(`POST /subir?draft=b HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${address}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n${start}`);
  for (let i = 0; i < 100 && (await readdir(module.documents.temporaryFolder)).length === 0; i++) await pause(20);
  assert.equal((await readdir(module.documents.temporaryFolder)).length, 1, 'the upload is under way');
  socket.destroy();
  for (let i = 0; i < 100 && (await readdir(module.documents.temporaryFolder)).length > 0; i++) await pause(20);
  assert.equal((await readdir(join(dataFolder, 'files'), { recursive: true })).length, before);
  assert.deepEqual(await filesOf(database.db, entityId, 'draft:b'), []);
  assert.deepEqual(await upload('c', [['x', file('a.pdf', makePdf())]]), ['a.pdf']);
});
