import type { Standing } from '../follow-up/followed.ts';
import { byCode } from '../parts.ts';
import { parseState, type State, type Turn } from '../follow-up/states.ts';

/** Which recommendations a list shows. */
export type Filter = { readonly state: State | undefined; readonly examinedId: string | undefined; readonly onlyOverdue: boolean; readonly turn: Turn | undefined };

/** Reads a filter from an address; what it does not understand filters nothing. `mine` is the side of the reader. */
export const readFilter = (query: Readonly<Record<string, string | undefined>>, mine: Turn): Filter => ({ state: parseState(query.estado), examinedId: query.entidad === '' ? undefined : query.entidad, onlyOverdue: query.vencidas === 'si', turn: query.turno === 'si' ? mine : undefined });

/** Those that the filter lets through, the oldest first; recommendations that only gather others are left out. */
export const filtered = (standings: readonly Standing[], { state, examinedId, onlyOverdue, turn }: Filter): readonly Standing[] => standings
  .filter((one) => !one.isParent && (state === undefined || one.state === state) && (examinedId === undefined || one.examinedId === examinedId) && (!onlyOverdue || one.overdue) && (turn === undefined || one.turn === turn))
  .sort((a, b) => b.ageDays - a.ageDays || a.examinationId.localeCompare(b.examinationId) || byCode(a, b));
