/** Tokens of the HTML standard (§4.10.18.7.1) that a public form has use for. */
const tokens = new Set([
  'off', 'on', 'name', 'given-name', 'additional-name', 'family-name', 'nickname', 'organization', 'organization-title',
  'address-line1', 'address-line2', 'address-line3', 'address-level1', 'address-level2', 'country', 'country-name', 'postal-code', 'language',
  'bday', 'sex', 'url', 'tel', 'tel-national', 'email',
]);

/** Whether a word is one of them; a browser ignores any other without a sound. */
export const isAutocompleteToken = (token: string): boolean => tokens.has(token);
