import type { LocalDate } from '#kernel/clock.ts';
import { askedDay } from '#kernel/html/day-boxes.ts';
import type { Narrative } from './evaluation.ts';
import { readNarrative } from './read-narrative.ts';

/** What the agency typed of the final evaluation: guidelines by line, and when it was presented; or what must be put right. */
export type TypedFinal = {
  readonly guidelines: Narrative; readonly presentedOn: LocalDate | null; readonly presentedAs: string; readonly boxes: { readonly day: string; readonly month: string; readonly year: string };
  readonly problems: readonly { readonly field: string; readonly text: string }[];
};

const actMax = 200;

/** Reads the form of the final evaluation. A presentation has a day that has come and the document of it, or neither. */
export function readFinal(said: (name: string) => string, lines: readonly number[], today: LocalDate): TypedFinal {
  const { narrative, problems } = readNarrative((name) => (name === 'general' ? '' : said(name)), lines, false), found = [...problems];
  const boxes = { day: said('presentada-day').trim(), month: said('presentada-month').trim(), year: said('presentada-year').trim() }, isGiven = boxes.day !== '' || boxes.month !== '' || boxes.year !== '';
  const day = isGiven ? askedDay({ 'presentada-day': boxes.day, 'presentada-month': boxes.month, 'presentada-year': boxes.year }, 'presentada') : undefined, presentedAs = said('acta').normalize('NFC').trim();
  if (isGiven && (day === undefined || day > today)) found.push({ field: 'presentada', text: day === undefined ? 'Escriba el día en que se presentó, por ejemplo 15 12 2028.' : 'La presentación no puede ser de un día que todavía no llega.' });
  if (presentedAs.length > actMax) found.push({ field: 'acta', text: `Use ${actMax} letras como máximo.` });
  else if (isGiven && presentedAs === '') found.push({ field: 'acta', text: 'Escriba el acta o la nota con que se presentó.' });
  return { guidelines: narrative, presentedOn: day ?? null, presentedAs, boxes, problems: found };
}
