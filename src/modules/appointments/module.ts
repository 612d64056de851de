import type { Module } from '#kernel/module.ts';
import type { CaseHref } from './handlers/agenda.ts';
import { appointmentRoutes } from './routes.ts';
import { jobs, subscriptions } from './subscriptions.ts';

/** What the module needs of the process: where the officer's page of a case is, if there is one. */
type AppointmentsDeps = { readonly caseHref?: CaseHref };

/** Appointments: the agenda, offers that run out, holidays that displace. */
export const appointmentsModule = ({ caseHref }: AppointmentsDeps = {}): Module => ({
  name: 'appointments', routes: appointmentRoutes(caseHref), subscriptions, jobs,
});
