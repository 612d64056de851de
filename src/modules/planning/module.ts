import type { ReadTemplate } from '#modules/cases/index.ts';
import type { Module } from '#kernel/module.ts';
import { planningRoutes } from './routes.ts';
import { sweepImports } from './store/imports.ts';

const sweepSeconds = 3_600, importMillis = 24 * 3_600_000;

/** What the module needs of the process: how a draft's certificate is tried. */
type PlanningDeps = { readonly readTemplate: ReadTemplate };

/** What an entity has, what it wants, and how it means to get there. Files that nobody confirmed are thrown away after a day. */
export const planningModule = ({ readTemplate }: PlanningDeps): Module => ({
  name: 'planning', routes: planningRoutes(readTemplate),
  jobs: [{ name: 'planning: sweep imports', everySeconds: sweepSeconds, run: (db, now) => sweepImports(db, new Date(now.getTime() - importMillis)) }],
});
