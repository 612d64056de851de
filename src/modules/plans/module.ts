import type { Module } from '#kernel/module.ts';
import { plansRoutes, type PlansDeps } from './routes.ts';

/** The national plan of electronic government and the plans (PIGE) of entities: content, revision, approval, publication. */
export const plansModule = (deps: PlansDeps): Module => ({ name: 'plans', routes: plansRoutes(deps) });
