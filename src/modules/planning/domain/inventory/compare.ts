import type { Answers, AnswerValue, Form } from '#modules/forms/index.ts';
import { recordOf, type Json } from '#kernel/json.ts';
import { plain } from './declared.ts';
import { differencesBetween, type Difference } from './differences.ts';

/** What is wrong in a row of a file, where, and how to mend it. */
export type RowFault = { readonly column: string; readonly reason: string; readonly mend: string };

/** What is said of a row about a procedure that was retired. */
export const retiredFault: RowFault = { column: '', reason: 'Este trámite está retirado del inventario.', mend: 'Si existe otra vez, vuelva a ponerlo en uso en su ficha.' };

/** One row of a file, compared with the inventory. */
export type ReadRow = {
  /** Line or row of the file, from 1. */
  readonly line: number;
  readonly name: string;
  readonly becomes: 'new' | 'changed' | 'same' | 'wrong' | 'foreign';
  /** Why it is foreign. */
  readonly reason?: string;
  /** Why it is wrong, each with its mend. */
  readonly faults?: readonly RowFault[];
  readonly procedureId?: string;
  readonly slug?: string;
  readonly answers?: Answers;
  /** Of a row that changes: what each field said and says, in a line each. */
  readonly changes?: readonly Change[];
  /** The revision it was compared with; 0 for a new one. */
  readonly revision?: number;
};

/** What a whole file comes to: how many rows of each kind, those that would come in, and those that a page shows, without their answers. */
export type Comparison = { readonly counts: Readonly<Record<ReadRow['becomes'], number>>; readonly rows: readonly ReadRow[]; readonly shown: readonly ReadRow[] };

const shownMax: Readonly<Record<ReadRow['becomes'], number>> = { new: 25, changed: 50, same: 0, wrong: 100, foreign: 0 };

/** Sums up the rows of a file. */
export function comparisonOf(rows: readonly ReadRow[]): Comparison {
  const of = (becomes: ReadRow['becomes']): readonly ReadRow[] => rows.filter((row) => row.becomes === becomes), [fresh, changed, same, wrong, foreign] = [of('new'), of('changed'), of('same'), of('wrong'), of('foreign')];
  const bare = ({ line, name, becomes, faults = [], procedureId, slug, changes = [] }: ReadRow): ReadRow => ({ line, name, becomes, faults, changes, ...(procedureId === undefined ? {} : { procedureId }), ...(slug === undefined ? {} : { slug }) });
  return {
    counts: { new: fresh.length, changed: changed.length, same: same.length, wrong: wrong.length, foreign: foreign.length },
    rows: [...fresh, ...changed].map(({ changes: _changes, ...row }) => row), shown: [wrong, changed, fresh].flatMap((found) => found.slice(0, shownMax[found[0]?.becomes ?? 'same']).map(bare)),
  };
}

/** What a field said and says, in one line each. */
export type Change = { readonly label: string; readonly before: string; readonly after: string };

/** What two states of an entry say differently, a line each. */
export const changesBetween = (form: Form, before: Answers, after: Answers): readonly Change[] => differencesBetween(form, before, after).map(lineOf);

const lineMax = 160;
const short = (text: string): string => (text.length > lineMax ? `${text.slice(0, lineMax - 1)}…` : text).toWellFormed();

function lineOf(difference: Difference): Change {
  const { label } = difference;
  if (difference.kind === 'value') return { label, before: short(difference.before.join(', ')), after: short(difference.after.join(', ')) };
  const of = (state: 'added' | 'removed'): string => short(difference.rows.filter((row) => row.state === state).map(({ text }) => text).join('; '));
  return { label, before: of('removed'), after: of('added') };
}

/**
 * What a file says laid over what is there: what it does not speak of stays as it was declared. A row of a group that is called the same keeps what the file
 * does not say of it, such as the copies of a requirement.
 */
export const laidOver = (before: Answers, read: Answers): Answers =>
  ({ ...before, ...Object.fromEntries(Object.entries(read).map(([field, value]) => [field, isRows(value) ? rowsOver(before[field], value) : value])) });

type Row = Readonly<Record<string, AnswerValue>>;
const isRows = (value: AnswerValue): value is readonly Row[] => Array.isArray(value) && value.length > 0 && value.every((one: unknown) => typeof one === 'object' && one !== null && !Array.isArray(one));

function rowsOver(before: AnswerValue | undefined, read: readonly Row[]): AnswerValue {
  const left = Array.isArray(before) ? before.map((row: unknown) => recordOf(row)) : [];
  return read.map((row) => {
    const at = left.findIndex((one) => titleOf(one) === titleOf(row)), [found] = at < 0 ? [] : left.splice(at, 1);
    return found ? { ...found, ...row } : row;
  });
}

// What a row of each group is called by.
const titles = ['nombre', 'que', 'norma'] as const;
const titleOf = (row: Readonly<Record<string, Json>>): string => { const said = titles.map((title) => row[title]).find((it) => typeof it === 'string'); return typeof said === 'string' ? plain(said) : ''; };
