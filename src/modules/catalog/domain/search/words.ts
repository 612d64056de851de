/** A word as it is searched for: lower case, without accents, only letters and digits; `ñ` counts as `n`, because many keyboards lack it. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text in their order, as they are written and as they are searched for. */
export function wordsOf(text: string): readonly { readonly shown: string; readonly word: string }[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((shown) => ({ shown: shown.toLowerCase(), word: fold(shown).replace(/[^a-z0-9]/g, '') }))
    .filter(({ word }) => word !== '');
}

/** The folded words of a text, without the written forms. */
export const foldedWords = (text: string): readonly string[] => wordsOf(text).map(({ word }) => word);

const stemLettersMin = 5;

// Each ending with what stays of it; the first that leaves enough letters is taken, so longer ones come first.
const endings: readonly (readonly [RegExp, string])[] = [
  [/a(?:miento|cion|dora?)$/, 'a'], [/i(?:miento|cion|dora?)$/, 'i'], [/ccion$/, ''], [/a(?:d[oa]|r)$/, 'a'], [/(?:i(?:d[oa]|r)|er)$/, 'i'],
];

/**
 * What a Spanish word shares with its other forms: plural, gender, infinitive, participle and the noun of the action. Light on purpose:
 * «certificado», «certificados» and «certificación» meet; words of four letters or fewer lose only their plural.
 */
export function stem(word: string): string {
  if (/\d/.test(word) || word.length < 4) return word;
  const single = singular(word);
  for (const [ending, stays] of endings) {
    const shorter = single.replace(ending, stays);
    if (shorter !== single && shorter.length >= stemLettersMin) return withoutVowel(shorter);
  }
  return withoutVowel(single);
}

function singular(word: string): string {
  if (/ces$/.test(word)) return word.replace(/ces$/, 'z');
  if (/[^aeiou]es$/.test(word)) return word.slice(0, -2);
  return /[aeiou]s$/.test(word) ? word.slice(0, -1) : word;
}

const withoutVowel = (word: string): string => (word.length > 3 ? word.replace(/[aeo]$|i$/, '') : word);

/** How a word sounds in Latin America, so that «serbisio» meets «servicio»: b/v, s/z/c, ll/y, g/j, k/qu, silent h, doubled letters. */
export function sound(word: string): string {
  return word
    .replace(/ch/g, '1').replace(/h/g, '').replace(/1/g, 'ch')
    .replace(/qu(?=[ei])/g, 'k').replace(/c(?=[eiy])/g, 's').replace(/c(?!h)/g, 'k')
    .replace(/g(?=[ei])/g, 'j').replace(/gu(?=[ei])/g, 'g')
    .replace(/v/g, 'b').replace(/z/g, 's').replace(/x/g, 'ks').replace(/ll/g, 'y').replace(/w/g, 'u')
    .replace(/(.)\1+/g, '$1');
}
