import type { Module } from '#kernel/module.ts';
import { portalRoutes } from './routes.ts';
import { siteRoutes } from './site/routes.ts';
import type { PortalDeps } from './wiring.ts';

/** The portal: the applicant's screens. */
export const portalModule = (deps: PortalDeps): Module => ({ name: 'portal', routes: [...portalRoutes(deps), ...siteRoutes] });
