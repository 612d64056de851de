import type { Narrative } from './evaluation.ts';

/** Words that somebody typed for a year: what was understood, and what must be put right. */
export type TypedNarrative = { readonly narrative: Narrative; readonly problems: readonly { readonly field: string; readonly text: string }[] };

/** Most letters of one part. */
export const partMax = 4_000;

const lettersMin = 20;

/** Reads the words of a form: `general` and `linea-<number>` for the lines that are asked for. To be sent, the general part must say something; a draft may be empty. */
export function readNarrative(said: (name: string) => string, lines: readonly number[], isSending: boolean): TypedNarrative {
  const parts = ['general', ...lines.map((number) => `linea-${number}`)], problems: { field: string; text: string }[] = [];
  const narrative = Object.fromEntries(parts.map((name) => [name, said(name).normalize('NFC').trim()]).filter(([, text]) => text !== ''));
  for (const [field, text] of Object.entries(narrative)) if (String(text).length > partMax) problems.push({ field, text: `Use ${new Intl.NumberFormat('es-BO').format(partMax)} letras como máximo.` });
  if (isSending && (narrative.general ?? '').length < lettersMin) problems.push({ field: 'general', text: 'Cuente en pocas frases qué se avanzó en el año: sin eso la evaluación no se puede enviar.' });
  return { narrative, problems };
}
