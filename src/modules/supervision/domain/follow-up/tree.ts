import type { PartId } from '../parts.ts';
import { isClosed, states, type State } from './states.ts';

/** A recommendation in its report: where it hangs, and the state that its own facts led to. */
export type Leaf = { readonly id: PartId; readonly parentId: PartId | null; readonly state: State };

/**
 * Where each recommendation stands. One that has others below it does nothing by itself: it is where the least advanced of them is, and it closes when all
 * of them are closed. It is computed each time and never kept.
 */
export function standings(leaves: readonly Leaf[]): ReadonlyMap<PartId, State> {
  const children = Map.groupBy(leaves.filter(({ parentId }) => parentId !== null), ({ parentId }) => parentId);
  const known = new Map<PartId, State>();
  const standingOf = ({ id, state }: Leaf): State => {
    const below = children.get(id), found = known.get(id) ?? (below === undefined ? state : together(below.map(standingOf)));
    known.set(id, found);
    return found;
  };
  for (const leaf of leaves) standingOf(leaf);
  return known;
}

/** The ids of recommendations that have others below them: nobody acts on these. */
export const parentsIn = (leaves: readonly Pick<Leaf, 'parentId'>[]): ReadonlySet<PartId> => new Set(leaves.flatMap(({ parentId }) => (parentId === null ? [] : [parentId])));

/** What several come to together: the least advanced while one is open; then not done if one is not, and done if one is. */
export function together(below: readonly State[]): State {
  const open = below.filter((state) => !isClosed(state));
  if (open.length > 0) return states.find((state) => open.includes(state)) ?? 'draft';
  if (below.includes('closed_not_implemented')) return 'closed_not_implemented';
  return below.includes('closed_implemented') ? 'closed_implemented' : 'closed_not_applicable';
}
