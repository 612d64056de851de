import type { Module } from '#kernel/module.ts';
import { deskRoutes } from './routes.ts';
import type { DeskDeps } from './wiring.ts';

/** The desk: the officer's screens. */
export const deskModule = (deps: DeskDeps): Module => ({ name: 'desk', routes: deskRoutes(deps) });
