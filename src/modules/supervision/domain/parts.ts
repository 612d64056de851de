import type { Answers } from '#modules/forms/index.ts';
import type { Id } from '#kernel/ids.ts';
import type { ExaminationId } from './examination.ts';

/** What an examination consists of. */
export const partKinds = ['request', 'finding', 'recommendation'] as const;
export type PartKind = (typeof partKinds)[number];

export type PartId = Id<'part'>;

/** A request for information, a finding or a recommendation. Both sides of the link between findings and recommendations are optional: `answers.hallazgos` names the findings by code. */
export type Part = {
  readonly id: PartId; readonly examinationId: ExaminationId; readonly kind: PartKind; readonly code: string;
  /** The recommendation that it is a part of. */
  readonly parentId: PartId | null;
  readonly answers: Answers; readonly revision: number;
};

const letters = { request: 'P', finding: 'H', recommendation: 'R' } as const satisfies Record<PartKind, string>;

/** The code of a new part: one more than the highest of its kind, or the next letter below its parent («R3.b»). */
export function nextCode(kind: PartKind, codes: readonly string[], parentCode?: string): string {
  const start = parentCode === undefined ? letters[kind] : `${parentCode}.`;
  const used = codes.filter((code) => code.startsWith(start)).map((code) => code.slice(start.length)).map(parentCode === undefined ? numberIn : letterIn);
  const next = Math.max(0, ...used) + 1;
  return parentCode === undefined ? `${start}${next}` : `${start}${letterOf(next)}`;
}

const numberIn = (text: string): number => (/^\d+$/.test(text) ? Number(text) : 0);
const letterIn = (text: string): number => (/^[a-z]$/.test(text) ? text.charCodeAt(0) - firstLetter : 0);
const firstLetter = 'a'.charCodeAt(0) - 1, alphabet = 26;
const letterOf = (place: number): string => (place > alphabet ? `a${place}` : String.fromCharCode(firstLetter + place));

const collator = new Intl.Collator('es', { numeric: true });

type Coded = { readonly code: string };

/** Compares by code: H2 before H10, R3 before R3.a. */
export const byCode = (a: Coded, b: Coded): number => collator.compare(a.code, b.code);

/** Parts in the order of their codes. */
export const inOrder = <One extends Coded>(parts: readonly One[]): readonly One[] => [...parts].sort(byCode);

/** The findings that a recommendation answers to, by code; none is right too. */
export const findingsOf = ({ answers }: Pick<Part, 'answers'>): readonly string[] => (Array.isArray(answers.hallazgos) ? answers.hallazgos.filter((code) => typeof code === 'string') : []);

/** What was written under a name, as text; empty where nothing was. */
export function textOf(answers: Answers, name: string): string {
  const value = answers[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The rows of a group, each with its texts. */
export function rowsOf(answers: Answers, name: string): readonly Answers[] {
  const rows = answers[name];
  return Array.isArray(rows) ? rows.filter((row): row is Answers => typeof row === 'object' && row !== null && !Array.isArray(row)) : [];
}
