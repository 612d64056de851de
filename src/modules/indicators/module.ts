import type { Module } from '#kernel/module.ts';
import { indicatorsRoutes } from './routes.ts';

/** What is measured: indicators over what really runs, goals, evaluations, the dashboard. */
export const indicatorsModule = (): Module => ({ name: 'indicators', routes: indicatorsRoutes() });
