const months = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'];

/** The number of a month that was written as a number, a name or its first three letters; `setiembre` is written too. */
export function readMonth(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const word = text.toLowerCase().replace(/\.$/, '').replace('setiembre', 'septiembre').replace(/^set$/, 'sep');
  const found = word.length < 3 ? -1 : months.findIndex((month) => month === word || month.slice(0, 3) === word);
  return found === -1 ? undefined : found + 1;
}
