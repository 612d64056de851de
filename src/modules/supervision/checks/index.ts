import type { Check } from './contract.ts';
import { expiredPei } from './expired-pei/index.ts';
import { fewTools } from './few-tools/index.ts';
import { freeThatCharges } from './free-that-charges/index.ts';
import { lateTerm } from './late-term/index.ts';
import { noFollowUp } from './no-follow-up/index.ts';
import { retiredSystem } from './retired-system/index.ts';
import { securityPlan } from './security-plan/index.ts';
import { stalePortal } from './stale-portal/index.ts';
import { unitNames } from './unit-names/index.ts';
import { unitWithoutProcess } from './unit-without-process/index.ts';
import { unlistedSystem } from './unlisted-system/index.ts';
import { volumesApart } from './volumes-apart/index.ts';

/** The checks that run by themselves, in the order in which they are shown: planning, organisation, security, procedures, tools. */
export const checks: readonly Check[] = [expiredPei, lateTerm, noFollowUp, unitWithoutProcess, unitNames, securityPlan, unlistedSystem, retiredSystem, stalePortal, freeThatCharges, volumesApart, fewTools];

/** The check of this key; `undefined` where there is none any more. */
export const findCheck = (key: string): Check | undefined => checks.find((one) => one.key === key);
