import { fold } from '#modules/catalog/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { recordOf, type Json } from '#kernel/json.ts';

/** A figure that an entry declares; absent where it says none. */
export const numberIn = (answers: Answers, field: string): number | undefined => { const it = answers[field]; return typeof it === 'number' ? it : undefined; };

/** A text that an entry declares; empty where it says none. */
export const textIn = (answers: Answers, field: string): string => { const it = answers[field]; return typeof it === 'string' ? it.trim() : ''; };

/** The rows of a group, such as its requirements. */
export const rowsIn = (answers: Answers, group: string): readonly Readonly<Record<string, Json>>[] => { const it = answers[group]; return Array.isArray(it) ? it.map((row: unknown) => recordOf(row)) : []; };

/** One column of a group: the texts of its rows. */
export const columnIn = (answers: Answers, group: string, field: string): readonly string[] => rowsIn(answers, group).map((row) => row[field]).filter((it) => typeof it === 'string');

/** A text for comparing: without accents, capitals and ends. */
export const plain = (text: string): string => fold(text).trim();
