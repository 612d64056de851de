import type { Module } from '#kernel/module.ts';
import { supervisionRoutes } from './routes.ts';

/** What the module needs of the process: whether this is a demonstration, which may load the example. */
type SupervisionDeps = { readonly demo: boolean };

/** Examinations, findings and recommendations, followed up to their closing; and checks that run by themselves. */
export const supervisionModule = ({ demo }: SupervisionDeps): Module => ({ name: 'supervision', routes: supervisionRoutes(demo) });
