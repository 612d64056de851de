/** Letters of a code: none that is mistaken for another when read aloud or from paper (`shortCode` of the kernel). */
const pattern = /^[2-9A-HJKMNP-TV-Z]{12}$/;

/** The path under which a code is checked; it is printed on every sheet, so it never changes. */
export const checkPath = (code: string): string => `/verificar/${code}`;

/** Reads a code as people type it: any case, with or without hyphens and spaces. `undefined` where it can be no code of ours. */
export function parseCode(text: string): string | undefined {
  const letters = text.toUpperCase().replace(/[\s-]/g, '');
  return pattern.test(letters) ? letters.replace(/(.{4})(?=.)/g, '$1-') : undefined;
}
