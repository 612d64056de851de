import { readFileSync } from 'node:fs';
import { invariant } from '#kernel/errors/index.ts';
import type { HolidayRules } from '../domain/holiday-rules.ts';
import { readHolidayRules } from '../domain/read-rules.ts';

const files = ['national.yaml', 'departments.yaml'];

/** The holidays that come with the program: the files of this folder, which its test keeps free of faults. */
export function shippedRules(): HolidayRules {
  const read = files.map((file) => readHolidayRules(readFileSync(new URL(file, import.meta.url), 'utf8'), file));
  const fault = read.flatMap(({ faults }) => faults)[0];
  invariant(fault === undefined, `the calendar files have no faults, but: ${fault?.file}:${fault?.line} ${fault?.reason}`);
  return { holidays: read.flatMap(({ value }) => value?.holidays ?? []), moves: read.flatMap(({ value }) => value?.moves ?? []) };
}
