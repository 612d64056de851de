import { calendarsChangedTopic } from '#modules/calendars/index.ts';
import type { Documents } from '#modules/documents/index.ts';
import type { Module } from '#kernel/module.ts';
import { printPlan, printTopic } from './actions/procedure/print.ts';
import { recomputePlans, recomputeTopic } from './actions/procedure/recompute.ts';
import { procedureRoutes } from './procedure-routes.ts';
import { plansRoutes, type PlansDeps } from './routes.ts';

/** The national plan of electronic government and the plans (PIGE) of entities: content, revision, approval, publication. */
export const plansModule = ({ documents, ...deps }: PlansDeps & { readonly documents: Documents }): Module => ({
  name: 'plans', routes: [...procedureRoutes(documents), ...plansRoutes(deps)],
  subscriptions: [
    ...[calendarsChangedTopic, recomputeTopic].map((topic) => ({ topic, name: 'compute the terms of plans again', handle: recomputePlans })),
    { topic: printTopic, name: 'print an approved plan', handle: printPlan },
  ],
});
