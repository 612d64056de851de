const wordsMax = 8, lettersMin = 2;

/**
 * What an officer typed to find a person, as the beginnings of words that must all be there: those of a name without accents, or a document
 * without its signs. None where it says too little to look for.
 */
export function personWords(typed: string): readonly string[] {
  const plain = typed.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase();
  const words = /\d/.test(plain) ? [plain.replaceAll(/[^a-z0-9]/g, '')] : plain.split(/[^a-z]+/);
  return words.filter((word) => word.length >= lettersMin).slice(0, wordsMax);
}
