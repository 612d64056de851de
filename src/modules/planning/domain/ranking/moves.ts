import type { Ranked } from './rank.ts';

/** How a procedure stood when the order was frozen, and how it stands now. */
export type Move = { readonly procedureId: string; readonly name: string; readonly before: number | undefined; readonly now: number | undefined };

type Frozen = { readonly procedureId: string; readonly name: string; readonly place: number | null };

/** A frozen order beside the present one: in the frozen order first, then what has come since. */
export function movesSince(frozen: readonly Frozen[], ranked: readonly Pick<Ranked, 'procedureId' | 'name' | 'place'>[]): readonly Move[] {
  const present = new Map(ranked.map((one) => [one.procedureId, one])), old = new Set(frozen.map(({ procedureId }) => procedureId));
  return [
    ...frozen.map(({ procedureId, name, place }) => ({ procedureId, name, before: place ?? undefined, now: present.get(procedureId)?.place })),
    ...ranked.filter(({ procedureId }) => !old.has(procedureId)).map(({ procedureId, name, place }) => ({ procedureId, name, before: undefined, now: place })),
  ];
}
