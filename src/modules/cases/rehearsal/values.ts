import { instantOf, parseLocalDate } from '#kernel/clock.ts';
import type { YamlValue } from '#kernel/yaml/index.ts';
import type { Written } from './scenario.ts';

/** Answers under the ids of their fields. */
export const readWritten = (at: YamlValue): Written => Object.fromEntries([...at.members()].map(([id, value]) => [id, value.plain()]));

/** `2026-03-02` or `2026-03-02 09:00`, in Bolivian time. */
export function readMoment(at: YamlValue): Date | undefined {
  const text = at.text() ?? '';
  const [, written = '', time = '09:00'] = /^(\d{4}-\d{2}-\d{2})(?:[ T]([01]\d:[0-5]\d|2[0-3]:[0-5]\d))?$/.exec(text) ?? [];
  const day = parseLocalDate(written);
  return day ? instantOf(day, time) : at.fault('moment', `«${text}» no es un momento.`, 'Escriba el día y la hora, por ejemplo 2026-03-02 09:00.');
}
