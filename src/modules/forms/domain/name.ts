import type { Field } from './types.ts';

/** How a field is called inside a sentence: as its author says, else by its label in quotes. */
export function nameOf({ called, label }: Pick<Field, 'called' | 'label'>): string {
  if (called !== undefined) return called;
  return label.es.includes('?') ? `la respuesta a «${label.es}»` : `«${label.es}»`;
}

/** Asks for a choice: «Elija la condición de venta», or, where the field is called by a question, «Diga qué transporta». */
export const askToChoose = (name: string): string => (/^(el|la|los|las|lo|su|sus|un|una) |^«/i.test(name) ? `Elija ${name}` : `Diga ${name}`);

/** Whether a name is plural, so that its verb is: «las solicitudes del año deben ser…». */
export const isMany = (name: string): boolean => /^(los|las|sus) /i.test(name);
