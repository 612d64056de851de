import type { ShownFigure } from './choose.ts';

/** A figure of one period and origin. */
export type DatedFigure = ShownFigure & { readonly period: string };

/** An entity with its figure of a year. */
export type EntityLine = { readonly key: string; readonly name: string; readonly acronym: string; readonly department: string | null; readonly num: number | null; readonly den: number | null; readonly value: number | null; readonly declared?: number | null | undefined };
