import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { invariant } from '#kernel/errors/index.ts';
import { newId, type PersonId } from '#kernel/ids.ts';
import { temporaryFolder } from '#support/servers/daemon.ts';
import { freePort } from '#support/servers/ports.ts';

/** The whole program as a process of its own, as `npm start` runs it. */
export type Site = {
  readonly url: string;
  readonly pid: number;
  /** Seconds from the start of the process to the first page. */
  readonly startSeconds: number;
  /** Keeps the process from running for a while, so that it does not disturb what is measured beside it. */
  readonly freeze: (frozen: boolean) => void;
  readonly stop: () => Promise<void>;
};

/** Folder of the repository. */
export const root = join(import.meta.dirname, '../..');
const startSecondsMax = 60;

/** Starts the program on a database server, or on its own in `dataFolder`. Callers may say which address they come from, because limits are by address. */
export async function startSite(environment: Readonly<Record<string, string>> = {}): Promise<Site> {
  const { folder, remove } = temporaryFolder('site');
  const port = await freePort(), url = `http://127.0.0.1:${port}`, begun = performance.now();
  // The launcher of `npm start` keeps compiled code there, too.
  const { PATH = '', NODE_COMPILE_CACHE = join(root, 'node_modules/.cache/ventanilla') } = process.env;
  const child = spawn(process.execPath, [join(root, 'src/main.ts')], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, NODE_COMPILE_CACHE, PORT: String(port), VENTANILLA_DATA: folder, TRUST_PROXY: 'yes', ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4_000); });
  while (!(await answers(url))) {
    invariant(child.exitCode === null && performance.now() - begun < startSecondsMax * 1000, `the program starts: ${said}`);
    await pause(5);
  }
  return { url, pid: child.pid ?? 0, startSeconds: (performance.now() - begun) / 1000, freeze: (frozen) => { child.kill(frozen ? 'SIGSTOP' : 'SIGCONT'); }, stop: async () => { await ended(child); remove(); } };
}

/** Whether the catalogue is there. */
export async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/tramites`).then((response) => response.ok, () => false);
}

async function ended(child: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => { child.once('exit', resolve); });
  child.kill('SIGTERM');
  await end;
}

/** Somebody's session, made as the login would have made it; gives the cookie. */
export async function openSession(ownerUrl: string, person: PersonId): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await asOwner(ownerUrl, `insert into identity.session (token_hash, id, person_id, created_at, last_seen_at, expires_at, idle_seconds, ip, agent)
    values ($1, $2, $3, now(), now(), now() + interval '1 day', 28800, '10.0.0.1', 'bench')`, [createHash('sha256').update(token).digest(), newId(), person]);
  return `sesion=${token}`;
}

/** A citizen who has logged in once. */
export async function admitCitizen(ownerUrl: string, name: string, document: string): Promise<PersonId> {
  const id = newId<'person'>();
  await asOwner(ownerUrl, `insert into identity.person (id, kind, name, roles, document_type, document_number, email, phone, birth_date, created_at)
    values ($1, 'citizen', $2, '{applicant}', 'CI', $3, 'persona@ejemplo.bo', '71234567', '1985-03-14', now())`, [id, name, document]);
  return id;
}

/** One statement as the owner of the database. */
export async function asOwner<Row extends object>(ownerUrl: string, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...params])).rows;
  } finally {
    await client.end();
  }
}

/** The token that a visitor's forms carry, read from a page that has one. */
export async function formToken(url: string, cookie: string): Promise<string> {
  const text = await (await fetch(url, { headers: { cookie } })).text();
  const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1];
  invariant(token, `${url} has a form: ${text.slice(0, 300)}`);
  return token;
}
