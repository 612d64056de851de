import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Log } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { countAgain, keepCounting } from './actions/keep-counting.ts';
import { observeCases, observeThings } from './actions/observe.ts';
import { indicators, populations } from './content/index.ts';
import type { Frame } from './domain/dashboard/frame.ts';
import { indicatorsRoutes } from './routes.ts';
import { keepNationalGoals, keepPopulations } from './store/lists.ts';

/** What the module needs of the process. */
export type IndicatorsDeps = {
  readonly db: Db; readonly clock: Clock; readonly log: Log;
  /** The national plan, against which the dashboard measures. */
  readonly plan: Frame;
};

/** What is measured: indicators over what really runs, goals, evaluations, the dashboard. Figures are computed by jobs, never while a page is asked for. */
export const indicatorsModule = ({ db, clock, log, plan }: IndicatorsDeps): Module => ({
  name: 'indicators', routes: indicatorsRoutes({ frame: plan, indicators }),
  jobs: [
    { name: 'indicators: take in cases', everySeconds: 1, run: keepCounting },
    { name: 'indicators: figures of cases', everySeconds: 5, run: async (on, now) => { await observeCases(on, now); } },
    { name: 'indicators: figures of how things stand', everySeconds: 30, run: async (on, now) => { await observeThings(on, now); } },
    { name: 'indicators: count again', everySeconds: 10, run: (on, now) => countAgain(on, log, now) },
  ],
  start: () => db.transaction(async (tx) => {
    await keepPopulations(tx, populations);
    await keepNationalGoals(tx, indicators, clock.now());
  }),
});
