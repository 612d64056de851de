/** A user name as it is kept and compared: small letters, digits, dot, hyphen; at most 60. `undefined` when it can't be one. */
export function parseUsername(typed: string): string | undefined {
  const username = typed.trim().normalize('NFKC').toLowerCase();
  return /^[a-z0-9ñ](?:[a-z0-9ñ._-]{1,58})[a-z0-9ñ]$/.test(username) ? username : undefined;
}

/** A unit's key: small letters, digits and hyphens, as flows name it in `v:unit`. */
export const isUnitKey = (text: string): boolean => /^[a-z][a-z0-9-]{1,39}$/.test(text);
