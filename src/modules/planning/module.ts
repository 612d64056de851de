import type { ReadTemplate } from '#modules/cases/index.ts';
import type { Module } from '#kernel/module.ts';
import { fetchPublic } from '#kernel/net/index.ts';
import { importsDue } from './actions/imports/receive.ts';
import { weeklyDue, weeklyJob, type WeeklyDeps } from './actions/weekly/read-weekly.ts';
import { planningRoutes } from './routes.ts';
import { sweepImports } from './store/import-log.ts';

const defaultFolder = 'var/planificacion', sweepSeconds = 3_600, uploadMillis = 24 * 3_600_000, readMillis = 8 * uploadMillis;

/** What the module needs of the process: how a draft's certificate is tried, the folder with a watched folder for each entity, and how a file of another site is asked for. */
type PlanningDeps = { readonly readTemplate: ReadTemplate; readonly folder?: string; readonly fetchFile?: WeeklyDeps['fetchFile'] };

/** What an entity has, what it wants, and how it means to get there. Files that nobody confirmed are thrown away: after a day what somebody uploaded, after eight what the weekly reading found. */
export const planningModule = ({ readTemplate, folder = defaultFolder, fetchFile = fetchPublic }: PlanningDeps): Module => ({
  name: 'planning', routes: planningRoutes(readTemplate),
  jobs: [{ name: 'planning: sweep imports', everySeconds: sweepSeconds, run: (db, now) => sweepImports(db, new Date(now.getTime() - uploadMillis), new Date(now.getTime() - readMillis), now) }, weeklyJob],
  subscriptions: [importsDue, weeklyDue({ folder, fetchFile })],
});
