import { canonicalJson } from '#modules/cases/index.ts';
import { recordOf, type Json } from '#kernel/json.ts';
import type { PlanContent } from './plan.ts';

/** What a plan says as one text that is always the same for the same content, whatever the order in which it was written: SHA-256 is taken over it. */
export const canonicalContent = (content: PlanContent): string => canonicalJson(content);

/** A text of the plan; empty where it says none. */
export const textIn = (content: PlanContent, field: string): string => { const it = content[field]; return typeof it === 'string' ? it.trim() : ''; };

/** The points of a text that has one in each line. */
export const pointsIn = (content: PlanContent, field: string): readonly string[] => textIn(content, field).split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** A row of a group of the plan. */
export type Row = Readonly<Record<string, Json>>;

/** The rows of a group. */
export const rowsIn = (content: PlanContent, group: string): readonly Row[] => { const it = content[group]; return Array.isArray(it) ? it.map((row: unknown) => recordOf(row)) : []; };

/** A text of a row; empty where it has none. */
export const cell = (row: Row, field: string): string => { const it = row[field]; return typeof it === 'string' ? it.trim() : ''; };

/** A number of a row. Money is in whole centavos. */
export const figure = (row: Row, field: string): number | undefined => { const it = row[field]; return typeof it === 'number' ? it : undefined; };

/** The values that were ticked in a row, or in the plan itself. */
export const ticked = (row: Readonly<Record<string, unknown>>, field: string): readonly string[] => { const it = row[field]; return Array.isArray(it) ? it.filter((one) => typeof one === 'string') : []; };
