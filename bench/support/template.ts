import type { CaseId } from '#kernel/ids.ts';
import type { Param } from '#kernel/db/index.ts';
import { herdPrefix } from './herd.ts';
import type { Statement } from './recording.ts';

/**
 * Statements of the product with holes in the place of the case (`@n`, the end of its id) and of the number of its last fact (`@s`),
 * so that pgbench and the bare driver can send the same to any case.
 */
export type Template = readonly Statement[];

/** What is put in the place of what, in every text of a statement. */
export type Holes = readonly (readonly [what: string | RegExp, hole: string])[];

/** The hole for the id of the case with which statements were recorded. */
export const caseHole = (id: CaseId): Holes[number] => [id, `${herdPrefix}@n`];

/** Turns what was recorded with one case into statements for any. */
export const templateOf = (statements: readonly Statement[], holes: Holes): Template => statements.map(({ sql, params }) => ({ sql, params: params.map((param, at) => holed(sql, param, at, holes)) }));

// The third parameter of the writing statement is the number of facts that it expects.
function holed(sql: string, param: Param, at: number, holes: Holes): Param {
  if (sql.includes('cases.append') && at === 2 && param !== 0) return '@s';
  if (Array.isArray(param)) return param.map((one) => inText(String(one), holes));
  return typeof param === 'string' ? inText(param, holes) : param;
}

const inText = (text: string, holes: Holes): string => holes.reduce((made, [what, hole]) => made.replaceAll(what, hole), text);

/** The parameters for one case. */
export const filled = (params: readonly Param[], tail: string, seq = 0): Param[] =>
  params.map((param) => (typeof param === 'string' ? param.replaceAll('@n', tail).replaceAll('@s', String(seq)) : param));
