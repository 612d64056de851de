/**
 * A name that its owner recognises and a stranger cannot read: the first letter of each word, «María Quispe» → «M… Q…».
 * Whoever holds the paper can compare; whoever only guesses a code learns no name.
 */
export const maskName = (name: string): string =>
  name.trim().split(/\s+/).filter((word) => word !== '').map((word) => `${[...word][0] ?? ''}…`).join(' ');
