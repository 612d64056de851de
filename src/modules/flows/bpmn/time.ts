const duration = /^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const date = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** What is wrong with a time written as ISO 8601; `undefined` when nothing is. */
export function timeProblem(kind: 'duration' | 'date' | 'cycle', text: string): string | undefined {
  if (kind === 'duration') return duration.test(text) ? undefined : 'no es una duración.';
  if (kind === 'date') return date.test(text) && !Number.isNaN(Date.parse(text)) ? undefined : 'no es una fecha.';
  const [repeats = '', interval = '', ...more] = text.split('/');
  return /^R\d*$/.test(repeats) && duration.test(interval) && more.length === 0 ? undefined : 'no es una repetición.';
}

/** The expression of a time that is computed, written with a leading `=`. */
export const computedTime = (text: string): string | undefined => (text.startsWith('=') ? text.slice(1).trim() : undefined);
