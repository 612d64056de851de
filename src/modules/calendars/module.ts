import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Module } from '#kernel/module.ts';
import { syncContent } from './actions/sync-content.ts';
import { shippedRules } from './content/index.ts';
import { calendarRoutes } from './routes.ts';

/** What the module needs of the process. */
type CalendarsDeps = { readonly db: Db; readonly clock: Clock };

/** The legal clock and its calendars. At start the days that come with the program are written, when they are not there yet. */
export const calendarsModule = ({ db, clock }: CalendarsDeps): Module => ({
  name: 'calendars',
  routes: calendarRoutes,
  start: async () => { await syncContent(db, shippedRules(), clock.now()); },
});
