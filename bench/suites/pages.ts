import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { invariant } from '#kernel/errors/index.ts';
import { measured, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { cpuSeconds } from '../support/processes.ts';
import { race } from '../support/rounds.ts';
import { admitCitizen, openSession, startSite, type Site } from '../support/site.ts';
import { draftedCase, openWorld } from '../support/world.ts';
import { wrk } from '../support/wrk.ts';

/** Pages by the whole program, beside a server of Node's own that sends the same bytes. */
export const pages: Suite = {
  name: 'pages',
  title: 'Pages',
  needs: ['wrk'],
  method: `The program runs as a process of its own on Debian's Postgres; \`wrk\` asks from another, 20 connections, every request from another address because calls are
limited by address. Pages a second and a core are requests divided by the processor time of the program, so that they do not depend on what else the machine does. The limit
is a bare \`node:http\` server that sends the same bytes. Catalogue pages are asked for plain and, as browsers do, with gzip; a page of a form is asked for by somebody who is logged in and reads the draft from the database.`,
  run: measure,
};

async function* measure({ scale, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres);
  // Before the program starts and brings the catalogue in line with its own folder, in which this procedure is not.
  const applicant = await admitCitizen(world.ownerUrl, 'Rosa Mamani Quispe', '9000001');
  const draft = await draftedCase({ db: world.db, applicant: { ...world.applicant, id: applicant } });
  const site = await startSite({ DATABASE_URL: world.url, DATABASE_OWNER_URL: world.ownerUrl });
  try {
    const cookie = await openSession(world.ownerUrl, applicant);
    const gzip = { 'accept-encoding': 'gzip' };
    const asked: readonly Asked[] = [
      { name: 'catalogue', path: '/tramites', headers: {}, atLeast: 5_000 },
      { name: 'catalogue_gzip', path: '/tramites', headers: gzip, atLeast: 5_000 },
      { name: 'procedure', path: '/tramites/copias-simples', headers: {}, atLeast: 5_000 },
      { name: 'form', path: `/solicitudes/${draft}/pagina/local`, headers: { cookie } },
      { name: 'form_gzip', path: `/solicitudes/${draft}/pagina/local`, headers: { cookie, ...gzip } },
    ];
    for (const one of asked) yield* load(site, one, scale);
  } finally {
    await site.stop();
    await world.close();
  }
}

type Asked = { readonly name: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly atLeast?: number };

async function* load(site: Site, { name, path, headers, atLeast }: Asked, { rounds, roundSeconds }: Bench['scale']): AsyncGenerator<Taken> {
  const page = await fetch(site.url + path, { headers });
  invariant(page.status === 200, `${path} answers: ${page.status}`);
  const plain = await startPlain(Buffer.from(await page.arrayBuffer()));
  const contest = await race({
    product: (seconds) => perCore(site.pid, site.url + path, headers, seconds),
    plain: (seconds) => perCore(plain.pid, plain.url, headers, seconds),
  }, rounds, roundSeconds);
  plain.stop();
  const value = contest.value('product');
  yield measured({ name: `page_${name}`, value, unit: 'per second and core', limit: contest.value('plain'), ratio: contest.ratio('product', 'plain'), beside: 'the same bytes by `node:http`', ...(atLeast === undefined ? {} : { goal: { of: 'value', atLeast } }) });
  yield measured({ name: `page_${name}_cpu`, value: 1e6 / value, unit: 'µs' });
}

async function perCore(pid: number, url: string, headers: Readonly<Record<string, string>>, seconds: number): Promise<number> {
  const before = cpuSeconds(pid);
  const { requests, failed } = await wrk({ url, connections: 20, seconds, headers });
  invariant(failed === 0, `every request for ${url} is answered: ${failed} of ${requests} were not`);
  return requests / (cpuSeconds(pid) - before);
}

async function startPlain(body: Buffer): Promise<{ readonly url: string; readonly pid: number; readonly stop: () => void }> {
  // Without the options of this process: with them it would follow its parent, and end before it is told anything.
  const child = fork(join(import.meta.dirname, '../support/plain-server.ts'), { serialization: 'advanced', execArgv: [] }), ended = once(child, 'exit').then(() => undefined);
  child.send(body);
  const told: unknown[] | undefined = await Promise.race([once(child, 'message'), ended]), port = told?.[0];
  invariant(typeof port === 'number', 'the server beside listens');
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, stop: () => { child.kill(); } };
}
