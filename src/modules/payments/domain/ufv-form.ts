import { addDays, parseLocalDate, type LocalDate } from '#kernel/clock.ts';

/** What an administrator wrote in the form of a day's value. */
export type UfvForm = { readonly day: string; readonly month: string; readonly year: string; readonly value: string; readonly source: string; readonly confirmed: boolean };

/** What is wrong with one field. */
export type UfvProblem = { readonly field: 'day' | 'value' | 'source' | 'confirmed'; readonly sentence: string };

/** A value that may be recorded. */
export type UfvEntry = { readonly day: LocalDate; readonly valueE5: number; readonly source: string };

const firstDay = '2001-12-07', daysAheadMax = 40, sourceCharactersMax = 200, slipPart = 0.05;

/**
 * Reads the form. The Banco Central publishes values weeks ahead, so a day may lie up to 40 days after `today`. A value more than 5 % off the
 * one that holds now (`known`) is taken for a slip of the pen unless it is confirmed.
 */
export function readUfvForm(form: UfvForm, today: LocalDate, known: number | undefined): { readonly entry: UfvEntry | undefined; readonly problems: readonly UfvProblem[] } {
  const day = readDay(form, today), valueE5 = readValue(form.value), source = form.source.trim();
  const problems: UfvProblem[] = [];
  if (day === undefined) problems.push({ field: 'day', sentence: `Escriba el día del valor, entre el 7 12 2001 y ${daysAheadMax} días después de hoy.` });
  if (valueE5 === undefined) problems.push({ field: 'value', sentence: 'Escriba el valor en bolivianos, con hasta cinco decimales, como 2,51234.' });
  if (source === '' || source.length > sourceCharactersMax) problems.push({ field: 'source', sentence: 'Escriba en una línea de dónde tomó el valor.' });
  if (valueE5 !== undefined && known !== undefined && !form.confirmed && Math.abs(valueE5 - known) > known * slipPart) {
    problems.push({ field: 'confirmed', sentence: 'El valor difiere más de 5 % del último. Revíselo y, si es correcto, márquelo aquí.' });
  }
  return { entry: problems.length === 0 && day !== undefined && valueE5 !== undefined ? { day, valueE5, source } : undefined, problems };
}

function readDay({ day, month, year }: UfvForm, today: LocalDate): LocalDate | undefined {
  const read = parseLocalDate(`${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`);
  return read !== undefined && read >= firstDay && read <= addDays(today, daysAheadMax) ? read : undefined;
}

/** «2,51234» or «2.51234» in hundred-thousandths; digits are read one by one, so that nothing is rounded. */
export function readValue(text: string): number | undefined {
  const parts = /^(\d{1,3})(?:[.,](\d{1,5}))?$/.exec(text.trim());
  const valueE5 = parts ? Number(parts[1]) * 100_000 + Number((parts[2] ?? '').padEnd(5, '0')) : 0;
  return valueE5 > 0 ? valueE5 : undefined;
}
