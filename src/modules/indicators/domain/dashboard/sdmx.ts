import type { DatedFigure } from './figures.ts';
import type { PeriodKind } from '../period.ts';

const frequencies = { day: 'D', week: 'W', month: 'M', year: 'A' } as const satisfies Record<PeriodKind, string>;

/** Where figures are about: an entity's key, or the country's code (ISO 3166). */
export type Area = { readonly key: string };

/**
 * Figures as SDMX-CSV 1.0: one row an observation, under the names that statistical programs know (FREQ, REF_AREA, INDICATOR, TIME_PERIOD, OBS_VALUE). A figure
 * without basis has no value and the status «O» of SDMX, missing; numerator and denominator are attributes.
 */
export function sdmxCsv(indicator: { readonly code: string; readonly unit: string }, kind: PeriodKind, { key }: Area, figures: readonly DatedFigure[]): string {
  const head = ['DATAFLOW', 'FREQ', 'REF_AREA', 'INDICATOR', 'SOURCE_KIND', 'TIME_PERIOD', 'OBS_VALUE', 'OBS_STATUS', 'UNIT_MEASURE', 'NUMERATOR', 'DENOMINATOR', 'LAST_UPDATE'];
  const rows = figures.map(({ period, origin, num, den, value, cutOff }) => ['VENTANILLA:INDICADORES(1.0)', frequencies[kind], key, indicator.code, origin === 'computed' ? 'COMPUTED' : 'DECLARED', period, value, value === null ? 'O' : 'A', indicator.unit, num, den, cutOff.toISOString()]);
  return [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

// RFC 4180.
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
