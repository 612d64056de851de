/**
 * A name that its owner recognises and a stranger cannot read: the first letter of each word, «María Quispe» → «M… Q…».
 * Whoever holds the paper can compare; whoever only guesses a code learns no name.
 */
export const maskName = (name: string): string =>
  name === unnamed ? name : name.trim().split(/\s+/).filter((word) => word !== '').map((word) => `${[...word][0] ?? ''}…`).join(' ');

// What a flow writes where nobody is to be named (`v:holder`). It is no name: its initials would only puzzle.
const unnamed = 'Persona con identidad reservada';
