import { cell, figure, rowsIn } from './content.ts';
import type { PlanContent } from './plan.ts';

/** The areas of a budget (plan of Oruro, cap. 18). */
export const areaNames = { tecnologico: 'Tecnológico', personal: 'Personal', capacitacion: 'Capacitación' } as const;
export type Area = keyof typeof areaNames;

/** What was spent on a line of the budget, in centavos. */
export type Spending = { readonly item: string; readonly amountMinor: number };

/** A phase of the budget. Money is in centavos; `plannedMinor` is absent where the plan gives the phase no amount. */
export type Phase = {
  readonly code: string; readonly name: string; readonly plannedMinor?: number;
  /** How many lines it has, and what they come to, by area too. */
  readonly items: number; readonly itemsMinor: number; readonly byArea: Readonly<Record<Area, number>>;
  readonly spentMinor: number;
};

/** The phases of a plan's budget with the sums of their lines and what was spent on them. Lines of a phase that is not there are in none. */
export function phasesOf(content: PlanContent, spendings: readonly Spending[]): readonly Phase[] {
  const items = rowsIn(content, 'partidas').map((row) => ({ code: cell(row, 'codigo'), phase: cell(row, 'fase'), area: cell(row, 'area'), amountMinor: figure(row, 'monto') ?? 0 }));
  return rowsIn(content, 'fases').map((row) => {
    const code = cell(row, 'codigo'), own = items.filter(({ phase }) => phase === code), sum = (list: readonly { readonly amountMinor: number }[]): number => list.reduce((total, { amountMinor }) => total + amountMinor, 0);
    const of = (area: Area): number => sum(own.filter((one) => one.area === area)), plannedMinor = figure(row, 'monto');
    return {
      code, name: cell(row, 'nombre'), ...(plannedMinor === undefined ? {} : { plannedMinor }), items: own.length, itemsMinor: sum(own),
      byArea: { tecnologico: of('tecnologico'), personal: of('personal'), capacitacion: of('capacitacion') },
      spentMinor: sum(spendings.filter(({ item }) => own.some((one) => one.code === item))),
    };
  });
}

/** What the plan costs: the amount of each phase, or of its lines where it has none; in centavos. */
export const totalOf = (phases: readonly Phase[]): number => phases.reduce((total, { plannedMinor, itemsMinor }) => total + (plannedMinor ?? itemsMinor), 0);
