import type { ReadTemplate } from '#modules/cases/index.ts';
import type { Module } from '#kernel/module.ts';
import { planningRoutes } from './routes.ts';
import { importsDue } from './actions/imports/receive.ts';
import { sweepImports } from './store/import-log.ts';

const sweepSeconds = 3_600, uploadMillis = 24 * 3_600_000, readMillis = 8 * uploadMillis;

/** What the module needs of the process: how a draft's certificate is tried. */
type PlanningDeps = { readonly readTemplate: ReadTemplate };

/** What an entity has, what it wants, and how it means to get there. Files that nobody confirmed are thrown away after a day. */
export const planningModule = ({ readTemplate }: PlanningDeps): Module => ({
  name: 'planning', routes: planningRoutes(readTemplate),
  jobs: [{ name: 'planning: sweep imports', everySeconds: sweepSeconds, run: (db, now) => sweepImports(db, new Date(now.getTime() - uploadMillis), new Date(now.getTime() - readMillis), now) }],
  subscriptions: [importsDue],
});
