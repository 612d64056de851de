import type { Standing } from '../follow-up/followed.ts';
import { isClosed, states, type State } from '../follow-up/states.ts';

/** How the recommendations of several examinations stand together. Those that only gather others are not counted. */
export type Figures = {
  readonly all: number; readonly open: number; readonly overdue: number; readonly closed: number;
  /** Percent that was implemented of those that still applied; nothing where there is no base. */
  readonly implemented: number | undefined;
  /** Whether examples of the program are among them. */
  readonly hasExamples: boolean;
  readonly byState: readonly { readonly state: State; readonly count: number }[];
  readonly byAge: readonly { readonly name: string; readonly count: number }[];
  readonly byEntity: readonly EntityFigures[];
};

/** The same for one examined entity. */
export type EntityFigures = { readonly examinedId: string; readonly all: number; readonly open: number; readonly overdue: number; readonly implemented: number | undefined };

const ages = [[30, 'Hasta 30 días'], [90, '31 a 90 días'], [180, '91 a 180 días'], [365, '181 a 365 días'], [Infinity, 'Más de un año']] as const;

/** Counts the recommendations that were notified, by state, by age of those that are open, and by entity. */
export function figuresOf(standings: readonly Standing[]): Figures {
  const counted = standings.filter(({ isParent, notifiedAt }) => !isParent && notifiedAt !== null), open = counted.filter(({ state }) => !isClosed(state));
  return {
    ...totals(counted), hasExamples: counted.some(({ example }) => example !== null), closed: counted.length - open.length,
    byState: states.map((state) => ({ state, count: counted.filter((one) => one.state === state).length })).filter(({ count }) => count > 0),
    byAge: ages.map(([upTo, name], place) => ({ name, count: open.filter(({ ageDays }) => ageDays <= upTo && ageDays > (ages[place - 1]?.[0] ?? -1)).length })),
    byEntity: [...Map.groupBy(counted, ({ examinedId }) => examinedId)].map(([examinedId, those]) => ({ examinedId, ...totals(those) })),
  };
}

const totals = (those: readonly Standing[]) => ({ all: those.length, open: those.filter(({ state }) => !isClosed(state)).length, overdue: those.filter(({ overdue }) => overdue).length, implemented: percent(those) });

function percent(those: readonly Standing[]): number | undefined {
  const applied = those.filter(({ state }) => state !== 'closed_not_applicable');
  return applied.length === 0 ? undefined : (100 * applied.filter(({ state }) => state === 'closed_implemented').length) / applied.length;
}
