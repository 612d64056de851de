/** Words shown to people, in Spanish first; a missing language falls back to Spanish. */
export type Text = { readonly es: string; readonly en?: string; readonly qu?: string; readonly ay?: string };

export type Language = 'es' | 'en' | 'qu' | 'ay';

/** The text in a language, or in Spanish where nobody has translated it. */
export const sayText = (text: Text, language: Language = 'es'): string => text[language] ?? text.es;
