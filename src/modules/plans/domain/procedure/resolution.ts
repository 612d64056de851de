import { localDateOf, sayDay, type LocalDate } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { refuse } from '../../errors.ts';
import { citesCode } from './plan-code.ts';
import type { PlanProcess, Resolution } from './types.ts';

/**
 * Refuses a resolution that does not cite the plan's code (cap. 6.1, num. 7), is dated before the approval or after today, or declares the plan
 * confidential without a reason (num. 10).
 */
export function checkResolution({ approval }: PlanProcess, { number, day, text, confidential, reason }: Resolution, today: LocalDate): void {
  invariant(approval, 'a plan that waits for its resolution was approved');
  if (number.trim() === '') refuse('resolution_number_needed');
  if (!citesCode(text, approval.code)) refuse('resolution_without_code', { code: approval.code });
  const approved = localDateOf(new Date(approval.at));
  if (day < approved || day > today) refuse('resolution_day_wrong', { from: sayDay(approved), until: sayDay(today) });
  if (confidential && reason.trim() === '') refuse('confidential_without_reason');
}

/** The resolution with which the authority approved, where it is the one named; refuses another one. */
export function sameResolution({ resolution }: PlanProcess, number: string, day: LocalDate): Resolution {
  invariant(resolution, 'a plan whose resolution is registered has one');
  if (plain(resolution.number) !== plain(number) || resolution.day !== day) refuse('resolution_differs', { number: resolution.number, day: sayDay(resolution.day) });
  return resolution;
}

const plain = (number: string): string => number.replaceAll(/\s+/g, '').toUpperCase();
