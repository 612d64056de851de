import { cell, pointsIn, rowsIn } from './content.ts';
import type { PlanContent } from './plan.ts';

/** The four quadrants of a SWOT (FODA): the letter of their points, and the field that they are written in. */
const quadrants = [['F', 'fortalezas'], ['O', 'oportunidades'], ['D', 'debilidades'], ['A', 'amenazas']] as const;

/** The points of a SWOT by their numbers: F1, F2 … */
export const pointCodes = (content: PlanContent): readonly string[] => quadrants.flatMap(([letter, field]) => pointsIn(content, field).map((_, at) => `${letter}${at + 1}`));

/** The points that a crossing names, as they are written: «F1, O2». */
export const crossedIn = (text: string): readonly string[] => text.split(',').map((one) => one.trim()).filter((one) => one !== '');

/** The points that no crossing names yet. */
export function uncrossed(content: PlanContent): readonly string[] {
  const crossed = new Set(rowsIn(content, 'cruces').flatMap((row) => crossedIn(cell(row, 'puntos'))));
  return pointCodes(content).filter((code) => !crossed.has(code));
}
