import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { findEmbedded } from '#kernel/postgres/index.ts';
import { root } from '#support/source/index.ts';
import { freePort } from '#support/servers/index.ts';

const base = mkdtempSync(join(tmpdir(), 'ventanilla-start-'));
after(() => rmSync(base, { recursive: true, force: true }));

type Started = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };

const launched = new Set<ChildProcess>();
process.once('exit', () => { for (const child of launched) child.kill('SIGKILL'); });

// Just what `npm start` runs.
function start(folder: string, port: number, env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [join(root, 'bin/start.mjs')], { env: { ...process.env, PORT: String(port), VENTANILLA_DATA: join(base, folder), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  launched.add(child);
  return { child, said: () => said, ended };
}

const secondsMax = 60;

async function ready({ said }: Started, port: number): Promise<void> {
  const deadline = Date.now() + secondsMax * 1000;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/salud`).catch(() => undefined);
    if (answer?.ok && /está lista/.test(said())) return;
    assert.ok(Date.now() < deadline, said());
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

async function stop({ child, ended }: Started): Promise<void> {
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
}

/** What it says when it will not start: one sentence, and it ends with 1. */
async function refuses(started: Started, sentence: RegExp): Promise<void> {
  assert.equal(await started.ended, 1, started.said());
  const sentences = started.said().split('\n').filter((line) => sentence.test(line) && !line.startsWith('{'));
  assert.equal(sentences.length, 1, started.said());
}

test('it starts from nothing, says where it is, stops when asked, and starts again', async () => {
  const port = await freePort();
  const first = start('plain', port);
  await ready(first, port);
  assert.match(first.said(), new RegExp(`http://127\\.0\\.0\\.1:${port}\\b`));
  await stop(first);
  const second = start('plain', port);
  await ready(second, port);
  await stop(second);
});

test('a second copy on the same folder says so and leaves the first alone', async () => {
  const port = await freePort();
  const first = start('plain', port);
  await ready(first, port);
  await refuses(start('plain', await freePort()), /ya está funcionando con la carpeta/);
  assert.ok((await fetch(`http://127.0.0.1:${port}/salud`)).ok);
  await stop(first);
});

test('a taken port is named, with the way out', async () => {
  const taken = createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => { taken.listen(port, '127.0.0.1', resolve); });
  await refuses(start('plain', port), new RegExp(`puerto ${port} ya está ocupado.*PORT=`));
  taken.close();
});

test('after kill -9 of everything but the database it starts again', async () => {
  const port = await freePort();
  const first = start('plain', port);
  await ready(first, port);
  const { pid } = JSON.parse(readFileSync(join(base, 'plain', 'ventanilla.lock'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
  await first.ended;
  const second = start('plain', port);
  await ready(second, port);
  assert.match(second.said(), /quedó abierta por una copia anterior/);
  await stop(second);
});

test('a database that a newer version has used is not touched', async () => {
  const port = await freePort();
  const first = start('plain', port);
  await ready(first, port);
  const client = new pg.Client({ connectionString: findEmbedded(join(base, 'plain'))?.ownerUrl });
  await client.connect();
  await client.query(`insert into kernel.migration (name, sha256) values ('cases/999-later.sql', 'x')`);
  await client.end();
  await stop(first);
  await refuses(start('plain', port), /versión más nueva de Ventanilla/);
});

test('a server that is not there is named', async () => {
  const nobody = await freePort();
  await refuses(start('server', await freePort(), { DATABASE_URL: `postgres://x@127.0.0.1:${nobody}/x` }), /DATABASE_URL no responde/);
});

test('a data folder that is a file is refused', async () => {
  writeFileSync(join(base, 'file'), '');
  await refuses(start('file', await freePort()), /no es una carpeta/);
});
