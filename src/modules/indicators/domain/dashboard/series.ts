import type { Target } from './standing.ts';
import type { DatedFigure } from './figures.ts';

/** The figures of a goal over time, ready to be drawn: one place a period, gaps where nothing is known. */
export type Course = { readonly periods: readonly string[]; readonly computed: readonly (number | null)[]; readonly declared: readonly (number | null)[]; readonly target: readonly (number | null)[] };

/** Puts figures of both origins side by side by period; of periods with a target of their year, the target too. */
export function courseFrom(figures: readonly DatedFigure[], targets: readonly Target[], periodsMax: number): Course {
  const periods = [...new Set(figures.map(({ period }) => period))].sort().slice(-periodsMax);
  const values = (origin: DatedFigure['origin']) => { const byPeriod = new Map(figures.filter((each) => each.origin === origin).map(({ period, value }) => [period, value])); return periods.map((period) => byPeriod.get(period) ?? null); };
  return { periods, computed: values('computed'), declared: values('declared'), target: periods.map((period) => targets.find(({ year }) => String(year) === period.slice(0, 4))?.goal ?? null) };
}
