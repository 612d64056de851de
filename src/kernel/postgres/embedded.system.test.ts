import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, test } from 'node:test';
import pg from 'pg';
import { isRefusal } from '../errors/index.ts';
import { chooseAccount, findBinaries, findEmbedded, launch, run, startEmbedded, type Embedded } from './index.ts';
import { isRunning } from './processes.ts';

const isRoot = process.getuid?.() === 0;
const base = mkdtempSync(join(tmpdir(), 'ventanilla-embedded-'));
chmodSync(base, 0o755);
after(() => rmSync(base, { recursive: true, force: true }));

const said: string[] = [];
const start = (dataFolder: string): Promise<Embedded> => startEmbedded({ dataFolder, log: (sentence) => said.push(sentence) });
const refuses = (dataFolder: string, code: string) => assert.rejects(start(dataFolder), (error) => isRefusal(error, `postgres.${code}`));

async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try { return (await client.query(sql)).rows as Record<string, unknown>[]; } finally { await client.end(); }
}

// A Ventanilla of its own process, as small as can be, so that it can be killed.
const keeper = `
  import { startEmbedded } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)};
  const { ownerUrl, appUrl, pid } = await startEmbedded({ dataFolder: process.argv[1], log: () => {} });
  console.log(JSON.stringify({ ownerUrl, appUrl, pid: pid() }));
  setInterval(() => {}, 1000);`;

type Kept = { readonly child: ChildProcess; readonly ownerUrl: string; readonly pid: number };

const keeperArguments = (dataFolder: string): string[] => ['--input-type=module-typescript', '-e', keeper, dataFolder];

async function keep(child: ChildProcess): Promise<Kept> {
  let heard = '';
  for await (const chunk of child.stdout ?? []) {
    heard += String(chunk);
    if (heard.includes('\n')) break;
  }
  return { child, ...(JSON.parse(heard) as { ownerUrl: string; pid: number }) };
}

const keepIn = (dataFolder: string): Promise<Kept> => keep(spawn(process.execPath, keeperArguments(dataFolder), { stdio: ['ignore', 'pipe', 'inherit'] }));

async function killed({ child }: Pick<Kept, 'child'>): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

test('the first start creates the database, the next one finds it again', async () => {
  const folder = join(base, 'plain');
  const first = await start(folder);
  await query(first.ownerUrl, 'create table t (n int); insert into t values (1); grant select on t to ventanilla_app');
  assert.deepEqual(findEmbedded(folder), { ownerUrl: first.ownerUrl, appUrl: first.appUrl });
  await first.stop();
  assert.equal(findEmbedded(folder), undefined);
  const second = await start(folder);
  assert.deepEqual(await query(second.appUrl, 'select n from t'), [{ n: 1 }]);
  await second.stop();
});

test('it is durable, opens no port, and its application role may not alter', async () => {
  const running = await start(join(base, 'plain'));
  const [settings] = await query(running.appUrl, `select current_setting('fsync') f, current_setting('synchronous_commit') s, current_setting('listen_addresses') l`);
  assert.deepEqual(settings, { f: 'on', s: 'on', l: '' });
  await assert.rejects(query(running.appUrl, 'create table x ()'), { code: '42501' });
  await running.stop();
});

test('what was committed outlives kill -9, and the server left behind is stopped', async () => {
  const folder = join(base, 'killed');
  const kept = await keepIn(folder);
  await query(kept.ownerUrl, 'create table t (n int); insert into t values (42)');
  await killed(kept);
  assert.ok(isRunning(kept.pid), 'the server lives on without its parent');
  const again = await start(folder);
  assert.notEqual(again.pid(), kept.pid);
  assert.ok(!isRunning(kept.pid));
  assert.match(said.at(-1) ?? '', /quedó abierta por una copia anterior/);
  assert.deepEqual(await query(again.ownerUrl, 'select n from t'), [{ n: 42 }]);
  await again.stop();
});

test('a server that is killed under a living Ventanilla comes back, with everything', async () => {
  const running = await start(join(base, 'killed'));
  for (const n of [1, 2, 3]) {
    await query(running.ownerUrl, `insert into t values (${n})`);
    const before = running.pid();
    process.kill(before, 'SIGKILL');
    for (let tries = 0; running.pid() === before && tries < 400; tries += 1) await pause(25);
    assert.notEqual(running.pid(), before);
  }
  assert.equal((await query(running.ownerUrl, 'select n from t')).length, 4);
  await running.stop();
});

test('a server that falls together with its Ventanilla, at any moment of being started again, comes back', async () => {
  const folder = join(base, 'killed');
  for (const millis of [0, 15, 30, 60, 120]) {
    const kept = await keepIn(folder);
    process.kill(kept.pid, 'SIGKILL');
    await pause(millis);
    await killed(kept);
    const again = await start(folder);
    assert.equal((await query(again.ownerUrl, 'select n from t')).length, 4);
    await again.stop();
  }
});

test('the lock of a socket that names a living process of the same account does not keep the database from opening', async () => {
  const folder = join(base, 'killed'), kept = await keepIn(folder), stranger = spawnAs(folder);
  process.kill(kept.pid, 'SIGKILL');
  await killed(kept);
  writeFileSync(join(folder, 'postgres', '.s.PGSQL.5432.lock'), `${stranger.pid}\n${folder}/postgres\n1\n5432\n${folder}/postgres\n`);
  await (await start(folder)).stop();
  stranger.kill();
});

const spawnAs = (folder: string): ChildProcess => {
  const { uid, gid } = statSync(join(folder, 'postgres'));
  return spawn('sleep', ['60'], { stdio: 'ignore', ...(isRoot ? { uid, gid } : {}) });
};

test('a second copy on the same folder is refused, in its own process and in another', async () => {
  const folder = join(base, 'plain');
  const running = await start(folder);
  await refuses(folder, 'second_copy');
  await running.stop();
  const kept = await keepIn(folder);
  await refuses(folder, 'second_copy');
  await killed(kept);
  await (await start(folder)).stop();
});

test('a lock whose number now belongs to another process is taken over', async () => {
  const folder = join(base, 'plain');
  for (const stale of [JSON.stringify({ pid: 1, start: 'long ago' }), JSON.stringify({ pid: 2 ** 30, start: '1' }), 'half a l']) {
    writeFileSync(join(folder, 'ventanilla.lock'), stale);
    await (await start(folder)).stop();
  }
});

test('a pid file that names a living stranger does not keep the database from opening', async () => {
  const folder = join(base, 'plain');
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n${folder}/postgres\n1\n5432\n\n\n 1 1\nready\n`);
  await (await start(folder)).stop();
});

test('a first start that was cut short is begun anew, even while its programs are still at work', async () => {
  for (const stage of ['PG_VERSION', 'base', 'global/pg_control']) {
    const folder = join(base, `cut-${stage.replace('/', '-')}`);
    mkdirSync(folder);
    const child = spawn(process.execPath, keeperArguments(folder), { stdio: 'ignore' });
    const isAt = () => readdirSync(folder).some((name) => name.endsWith('.new') && existsSync(join(folder, name, stage)));
    for (let tries = 0; !isAt() && tries < 5000; tries += 1) await pause(1);
    await killed({ child });
    assert.ok(!existsSync(join(folder, 'postgres')), 'half a database never has the name of one');
    const running = await start(folder);
    assert.deepEqual(await query(running.appUrl, 'select 1 as n'), [{ n: 1 }]);
    await running.stop();
  }
});

test('a database of another version, or something that is none, is refused', async () => {
  const folder = join(base, 'plain'), version = join(folder, 'postgres', 'PG_VERSION');
  const own = readFileSync(version, 'utf8');
  for (const other of ['15\n', '99\n']) {
    writeFileSync(version, other);
    await refuses(folder, 'other_version');
  }
  writeFileSync(version, own);
  mkdirSync(join(base, 'strange', 'postgres'), { recursive: true });
  if (isRoot) chownSync(join(base, 'strange', 'postgres'), statSync(join(folder, 'postgres')).uid, 0);
  await refuses(join(base, 'strange'), 'not_a_database');
  await (await start(folder)).stop();
});

test('a folder too deep for a socket works too', async () => {
  const folder = join(base, 'deep-'.repeat(12), 'deeper-'.repeat(12));
  const running = await start(folder);
  assert.deepEqual(await query(running.appUrl, 'select 1 as n'), [{ n: 1 }]);
  await running.stop();
});

test('a full disk is said in one sentence, at the first start and at a later one', { skip: !canMount() && 'needs the right to mount a small disk' }, async () => {
  const disk = join(base, 'disk');
  mkdirSync(disk);
  mount(disk, '12m');
  try { await refuses(join(disk, 'data'), 'disk_full'); } finally { spawnSync('umount', [disk]); }
  mount(disk, '120m');
  try {
    await (await start(join(disk, 'data'))).stop();
    spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=64k']);
    await refuses(join(disk, 'data'), 'disk_full');
    rmSync(join(disk, 'filler'));
    await (await start(join(disk, 'data'))).stop();
  } finally { spawnSync('umount', [disk]); }
});

test('root may keep it below a closed folder, which stays closed', { skip: !isRoot && 'needs root' }, async () => {
  const closed = join(base, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  const running = await start(join(closed, 'var'));
  assert.deepEqual(await query(running.appUrl, 'select 1 as n'), [{ n: 1 }]);
  assert.equal(statSync(closed).mode & 0o777, 0o700);
  await running.stop();
});

test('root may keep the programs below a closed folder too', { skip: !isRoot && 'needs root' }, async () => {
  const native = join(base, 'closed', 'native'), cluster = join(base, 'closed', 'cluster');
  spawnSync('cp', ['-a', dirname(dirname(findBinaries().postgres)), native]);
  const account = chooseAccount(cluster, [join(native, 'bin', 'postgres')]);
  mkdirSync(cluster, { mode: 0o700 });
  chownSync(cluster, account.uid, account.gid);
  const { code, output } = await run(account, join(native, 'bin', 'initdb'), ['-D', cluster, '-U', 'postgres', '--no-sync']);
  assert.equal(code, 0, output);
});

test('an ordinary user can run it, and is told when the folder belongs to another', { skip: !isRoot && 'needs root, to become somebody else' }, async () => {
  const folder = join(base, 'ordinary');
  mkdirSync(folder, { mode: 0o700 });
  const account = chooseAccount(join(base, 'nobody yet'), [base, process.execPath, import.meta.dirname]);
  chownSync(folder, account.uid, account.gid);
  const kept = await keep(launch(account, process.execPath, keeperArguments(folder), { stdio: ['ignore', 'pipe', 'inherit'] }));
  assert.deepEqual(await query(kept.ownerUrl, 'select 1 as n'), [{ n: 1 }]);
  await killed(kept);
  await (await start(folder)).stop();
  assert.equal(statSync(join(folder, 'postgres')).uid, account.uid, 'root keeps the owner it finds');
});

function canMount(): boolean {
  const probe = join(base, 'probe');
  mkdirSync(probe, { recursive: true });
  const mounted = isRoot && mount(probe, '1m');
  if (mounted) spawnSync('umount', [probe]);
  return mounted;
}

function mount(folder: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'ventanilla-test', folder]).status === 0;
}
