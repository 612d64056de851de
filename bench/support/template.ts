import type { CaseId } from '#kernel/ids.ts';
import type { Param } from '#kernel/db/index.ts';
import { anonymous } from './herd.ts';
import type { Statement } from './recording.ts';

/**
 * Statements of the product with holes in the place of the case (`@n`, the end of its id) and of the number of its last fact (`@s`),
 * so that pgbench and the bare driver can send the same to any case.
 */
export type Template = readonly Statement[];

// The flow gives every task a new number. Sent again, the same key is taken, given back and opened again, which is the same work.
const oneTask = 'f4';

/** Turns what was recorded with one case into statements for any. */
export const templateOf = (statements: readonly Statement[], id: CaseId): Template => statements.map(({ sql, params }) => ({ sql, params: params.map((param, index) => holed(sql, param, index, id)) }));

// The third parameter of the writing statement is the number of facts it expects; keys of commands and of the outbox end with one, too.
function holed(sql: string, param: Param, index: number, id: CaseId): Param {
  if (sql.includes('cases.append') && index === 2 && param !== 0) return '@s';
  if (Array.isArray(param)) return param.map((one) => String(one).replace(/^f\d+$/, oneTask));
  return typeof param === 'string' ? anonymous(param, id).replaceAll(/@n:\d+/g, '@n:@s').replaceAll(/(?<=")f\d+(?=\\?")/g, oneTask) : param;
}

/** The parameters for one case. */
export const filled = (params: readonly Param[], tail: string, seq: number): Param[] =>
  params.map((param) => (typeof param === 'string' ? param.replaceAll('@n', tail).replaceAll('@s', String(seq)) : param));
