/**
 * The process: configuration → database → modules → server and jobs. Which modules there are is known to start/compose.ts alone.
 * `ventanilla … check` and other commands have their own entry, which joins less.
 */
import { join } from 'node:path';
import { systemClock } from '#kernel/clock.ts';
import { readConfig, type Config } from '#kernel/config.ts';
import { buildServer } from '#kernel/http/index.ts';
import { createLog } from '#kernel/log.ts';
import { createDispatcher } from '#kernel/outbox/index.ts';
import { explainStartFailure, isExplained } from '#kernel/postgres/index.ts';
import { announce } from './start/announce.ts';
import { composeModules } from './start/compose.ts';
import { openDemoClock } from './start/demo-date/clock.ts';
import { startDatabase, type RunningDatabase } from './start/database.ts';
import { framer } from './start/frame.ts';
import { choosePort } from './start/port.ts';
import { secretFile } from './start/secret.ts';

const log = createLog();
const say = (sentence: string): void => { process.stdout.write(`${sentence}\n`); };

try {
  await start(readConfig(process.env));
} catch (caught) {
  say(explainStartFailure(caught));
  if (!isExplained(caught)) log.error('start failed', { cause: caught });
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const port = await choosePort(config.port, config.host);
  const selfUrl = `http://${config.host}:${port}`;
  const publicUrl = () => config.publicUrl ?? selfUrl;
  const database = await startDatabase(config, say);
  try {
    await serve(config, database, { port, selfUrl, publicUrl });
  } catch (caught) {
    await database.stop();
    throw caught;
  }
  announce(say, { publicUrl: publicUrl(), demo: config.demo, embedded: database.embedded, dataFolder: config.dataFolder });
}

type Place = { readonly port: number; readonly selfUrl: string; readonly publicUrl: () => string };

async function serve(config: Config, database: RunningDatabase, { port, selfUrl, publicUrl }: Place): Promise<void> {
  const { db } = database, demoClock = config.demo ? openDemoClock(systemClock, config) : undefined, clock = demoClock ?? systemClock;
  const frame = framer(publicUrl, demoClock);
  const { modules, authenticate, lateForms, formOrigins, requests } = await composeModules({ config, db, clock, demoClock, log, publicUrl, selfUrl: () => selfUrl, frame });
  for (const module of modules) await module.start?.();
  const key = secretFile(join(config.dataFolder, 'claves'), 'formularios');
  const app = await buildServer({ db, clock, log, modules, key, publicUrl, trustProxy: config.trustProxy, formOrigins, authenticate, lateForms, frame });
  const dispatcher = createDispatcher({ db, clock, log, subscriptions: modules.flatMap((module) => module.subscriptions ?? []), jobs: modules.flatMap((module) => module.jobs ?? []) });
  app.addHook('onResponse', async (request, reply) => {
    requests.observe(request.method, request.routeOptions.url, reply.statusCode, reply.elapsedTime / 1000);
    if (request.method !== 'GET') dispatcher.wake();
  });
  await app.listen({ port, host: config.host });
  dispatcher.start();
  stopOnSignal(async () => {
    await app.close();
    await dispatcher.stop();
    for (const module of modules) await module.stop?.();
    await database.stop();
  });
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(() => process.exit(0), (caught: unknown) => { log.error('stop failed', { cause: caught }); process.exit(1); });
  };
  process.on('SIGINT', handle).on('SIGTERM', handle);
}
