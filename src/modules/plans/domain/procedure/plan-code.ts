/** Letters and digits that are not mistaken for one another, as in the codes of certificates; their order is their value. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ', checkLetters = 2;
// One more for the check alone, so that there are as many as a prime.
const checkAlphabet = `${alphabet}U`, modulus = checkAlphabet.length;

/** How many letters of a code are drawn; the rest are computed from them. */
export const drawnLetters = 10;

const weighted = (letters: string, factor: number): number =>
  [...letters].reduce((sum, letter, index) => (sum + (alphabet.indexOf(letter) + 1) * factor ** (index + 1)) % modulus, 0);

// Because 31 is prime, a wrong letter, or two neighbours that changed places, give another sum.
const checkOf = (letters: string): string => [2, 3].map((factor) => checkAlphabet[weighted(letters, factor)] ?? '').join('');

/** The code of a plan from ten drawn letters: `PIGE-2345-6789-ABxx`, where the last two are computed so that a slip of the pen names no other plan. */
export const planCode = (drawn: string): string => {
  const letters = plain(drawn);
  return `PIGE-${`${letters}${checkOf(letters)}`.replace(/(.{4})(?=.)/g, '$1-')}`;
};

/** Reads a code as people type it: any case, with or without hyphens, spaces and the beginning. `undefined` where its letters do not check. */
export function parsePlanCode(text: string): string | undefined {
  const letters = plain(text).replace(/^PIGE/, ''), drawn = letters.slice(0, drawnLetters);
  const isCode = letters.length === drawnLetters + checkLetters && [...drawn].every((letter) => alphabet.includes(letter));
  return isCode && checkOf(drawn) === letters.slice(drawnLetters) ? planCode(drawn) : undefined;
}

/** Whether a text names the code, whatever hyphens or spaces it was written with. */
export const citesCode = (text: string, code: string): boolean => plain(text).includes(plain(code));

const plain = (text: string): string => text.toUpperCase().replaceAll(/[\s\-‐-―.]/g, '');
