import { readFileSync } from 'node:fs';
import { invariant } from '#kernel/errors/index.ts';
import type { NationalPlan } from '../domain/national/national-plan.ts';
import { readNationalPlan } from '../domain/national/read-national-plan.ts';

const { value, faults } = readNationalPlan(readFileSync(new URL('national-plan.yaml', import.meta.url), 'utf8'), 'national-plan.yaml');
invariant(value, `the national plan is sound: ${JSON.stringify(faults)}`);

/** The national plan of electronic government 2025-2028, as its content file says it: 3 axes, 14 lines, 28 goals. The process does not start without it. */
export const nationalPlan: NationalPlan = value;
