import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/db/index.ts';
import type { Route } from '#kernel/http/index.ts';
import { silentLog } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { openDemoClock } from '../../src/start/demo-date/clock.ts';
import { composeModules } from '../../src/start/compose.ts';

/** A row of the program's route table, with the module that brings it. */
export type ComposedRoute = Route & { readonly module: string };

/** Every route of the whole program as it is composed, in a demonstration or not, without starting anything. */
export const composedRoutes = async (how: { readonly demo?: boolean } = {}): Promise<readonly ComposedRoute[]> =>
  (await composed(how)).flatMap(({ name, routes = [] }) => routes.map((route) => ({ ...route, module: name })));

/** Every topic of the outbox that some module acts on. */
export const composedTopics = async (): Promise<readonly string[]> =>
  [...new Set((await composed({})).flatMap(({ subscriptions = [] }) => subscriptions.map(({ topic }) => topic)))];

async function composed({ demo = true }: { readonly demo?: boolean }): Promise<readonly Module[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-composition-'));
  const origin = () => 'http://127.0.0.1';
  try {
    const config = readConfig({ VENTANILLA_DATA: folder, VENTANILLA_DEMO: demo ? 'yes' : 'no' });
    const db = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
    return (await composeModules({ config, db, clock: systemClock, demoClock: demo ? openDemoClock(systemClock, config) : undefined, log: silentLog, publicUrl: origin, selfUrl: origin, frame: () => '' })).modules;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
