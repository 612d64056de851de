import type { Place } from './resolve.ts';

/** The rows of a group as a page shows them: those that are there, and blank ones where it needs some to begin with. */
export function drawnRows({ rows = [], blankRow, field }: Place): readonly (readonly Place[])[] {
  const min = field.behaviour.rows?.min ?? 0;
  const blank = Array.from({ length: Math.max(0, min - rows.length) }, (_, index) => blankRow?.(rows.length + index) ?? []);
  return [...rows, ...blank];
}
