import type { Module } from '#kernel/module.ts';
import { remindOfTerms } from './actions/remind.ts';
import { runAllChecks } from './actions/run-checks.ts';
import { supervisionRoutes } from './routes.ts';

const daySeconds = 24 * 3_600;

/** What the module needs of the process: whether this is a demonstration, which may load the example. */
type SupervisionDeps = { readonly demo: boolean };

/** Examinations, findings and recommendations, followed up to their closing; and checks that run by themselves, once a day for every entity. */
export const supervisionModule = ({ demo }: SupervisionDeps): Module => ({
  name: 'supervision', routes: supervisionRoutes(demo),
  jobs: [
    { name: 'supervision: run checks', everySeconds: daySeconds, run: runAllChecks },
    { name: 'supervision: remind of terms', everySeconds: daySeconds, run: remindOfTerms },
  ],
});
