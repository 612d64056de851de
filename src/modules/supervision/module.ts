import type { Module } from '#kernel/module.ts';
import { remindOfTerms } from './actions/remind.ts';
import { runAllChecks } from './actions/run-checks.ts';
import { supervisionRoutes, type SupervisionDeps } from './routes.ts';

const daySeconds = 24 * 3_600;

/** Examinations, findings and recommendations, followed up to their closing; and checks that run by themselves, once a day for every entity. */
export const supervisionModule = (deps: SupervisionDeps): Module => ({
  name: 'supervision', routes: supervisionRoutes(deps),
  jobs: [
    { name: 'supervision: run checks', everySeconds: daySeconds, run: runAllChecks(deps) },
    { name: 'supervision: remind of terms', everySeconds: daySeconds, run: remindOfTerms },
  ],
});
