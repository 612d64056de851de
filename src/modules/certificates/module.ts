import type { Module } from '#kernel/module.ts';
import type { Certificates } from './certificates.ts';
import { routesOf } from './routes.ts';

/** The manifest: public check and tables. Timers of expiry are messages of the outbox, so there is no job. */
export const certificatesModule = (certificates: Certificates): Module =>
  ({ name: 'certificates', routes: routesOf(certificates) });
