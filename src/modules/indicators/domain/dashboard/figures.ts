import type { ShownFigure } from './choose.ts';

/** A figure of one period and origin. */
export type DatedFigure = ShownFigure & { readonly period: string };

/** What happened to a procedure in a stretch of days, and what waits now; `title` is `null` where it is not published any more. */
export type ProcedureRow = {
  readonly procedureId: string; readonly title: string | null;
  readonly received: number; readonly finished: number; readonly inTerm: number; readonly withTerm: number; readonly waiting: number; readonly late: number;
};

/** An entity with its figure of a year. */
export type EntityLine = { readonly key: string; readonly name: string; readonly acronym: string; readonly department: string | null; readonly num: number | null; readonly den: number | null; readonly value: number | null; readonly declared?: number | null | undefined };
