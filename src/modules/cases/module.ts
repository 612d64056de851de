import type { Module } from '#kernel/module.ts';
import type { Service } from './services/contract.ts';
import { caseSubscriptions } from './subscriptions.ts';
import { tellingSubscriptions } from './telling/subscriptions.ts';

/** The cases module: no pages of its own; the portal and the desk show what it does. */
export const casesModule = (services: readonly Service[]): Module => ({ name: 'cases', subscriptions: [...caseSubscriptions(services), ...tellingSubscriptions] });
