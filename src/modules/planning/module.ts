import type { Module } from '#kernel/module.ts';
import { planningRoutes } from './routes.ts';
import { sweepImports } from './store/imports.ts';

const sweepSeconds = 3_600, importMillis = 24 * 3_600_000;

/** What an entity has, what it wants, and how it means to get there. Files that nobody confirmed are thrown away after a day. */
export const planningModule: Module = {
  name: 'planning', routes: planningRoutes,
  jobs: [{ name: 'planning: sweep imports', everySeconds: sweepSeconds, run: (db, now) => sweepImports(db, new Date(now.getTime() - importMillis)) }],
};
