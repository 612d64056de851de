import type { Module } from '#kernel/module.ts';
import { supervisionRoutes } from './routes.ts';

/** Examinations, findings and recommendations, followed up to their closing; and checks that run by themselves. */
export const supervisionModule = (): Module => ({ name: 'supervision', routes: supervisionRoutes() });
