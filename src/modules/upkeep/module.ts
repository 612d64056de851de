import type { Module } from '#kernel/module.ts';
import { upkeepRoutes } from './routes.ts';
import type { UpkeepDeps } from './wiring.ts';

/** The state of the installation, for whoever administers it. */
export const upkeepModule = (deps: UpkeepDeps): Module => ({ name: 'upkeep', routes: upkeepRoutes(deps) });
