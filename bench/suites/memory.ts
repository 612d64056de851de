import { setTimeout as pause } from 'node:timers/promises';
import { invariant } from '#kernel/errors/index.ts';
import { temporaryFolder } from '#support/servers/daemon.ts';
import { measured, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { memoryMegabytes } from '../support/processes.ts';
import { admitCitizen, openSession, startSite, type Site } from '../support/site.ts';
import { openWorld, type World } from '../support/world.ts';
import { wrk } from '../support/wrk.ts';

/** Memory at rest, and with a thousand people at once. */
export const memory: Suite = {
  name: 'memory',
  title: 'Memory',
  needs: ['wrk'],
  method: `Memory is the proportional set size of the process and everything below it, what is shared counted once: with the embedded database, whose processes count, and with a server, which does not.
At rest is ten seconds after the first page, of a program that is not started for the first time. A thousand people are a thousand connections that stay open and ask without a pause, each request from another address, for the catalogue, a procedure, a search, and, logged in, their own cases; the highest of all samples counts.`,
  run: measure,
};

async function* measure({ scale, postgres }: Bench): AsyncGenerator<Taken> {
  const seconds = Math.min(10, scale.rounds * scale.roundSeconds), { folder, remove } = temporaryFolder('memory');
  const embedded = await startAgain({ VENTANILLA_DATA: folder });
  yield await atRest('memory_idle_embedded', embedded, seconds, 350);
  await embedded.stop();
  const world = await openWorld(postgres), site = await startAgain({ DATABASE_URL: world.url, DATABASE_OWNER_URL: world.ownerUrl });
  try {
    yield await atRest('memory_idle_server', site, seconds, 200);
    yield measured({ name: `memory_${scale.people}_people`, value: await crowded(world, site, scale.people, seconds), unit: 'MB', goal: { of: 'value', atMost: 600 } });
  } finally {
    await site.stop();
    await world.close();
    remove();
  }
}

// The very first start also publishes the procedures, and prints each of their certificates once to try it.
async function startAgain(environment: Readonly<Record<string, string>>): Promise<Site> {
  await (await startSite(environment)).stop();
  return startSite(environment);
}

async function atRest(name: string, { pid }: Site, seconds: number, atMost: number): Promise<Taken> {
  await pause(seconds * 1000);
  return measured({ name, value: memoryMegabytes(pid), unit: 'MB', goal: { of: 'value', atMost } });
}

async function crowded({ ownerUrl }: World, site: Site, people: number, seconds: number): Promise<number> {
  const cookie = await openSession(ownerUrl, await admitCitizen(ownerUrl, 'Rosa Mamani Quispe', '9000001'));
  const lua = `
local pages = { "/tramites", "/tramites/copias-simples", "/buscar?q=certificado", "/mis-tramites" }
local sent = 0
function request()
  sent = sent + 1
  return wrk.format("GET", pages[sent % 4 + 1], { ["X-Forwarded-For"] = address(), ["Cookie"] = "${cookie}", ["Accept-Encoding"] = "gzip" })
end`;
  const load = wrk({ url: site.url, connections: people, seconds, lua });
  let highest = 0, done = false;
  const watch = async (): Promise<void> => { while (!done) { highest = Math.max(highest, memoryMegabytes(site.pid)); await pause(100); } };
  const watching = watch(), { requests, failed } = await load;
  done = true;
  await watching;
  invariant(failed < requests / 20, `the crowd is served: ${failed} of ${requests} were not`);
  return highest;
}
