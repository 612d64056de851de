/** A text as part of an address: small letters without accents, figures and hyphens. */
export const slugOf = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a piece of HTML, without its markup. */
export const withoutMarkup = (html: string): string =>
  html.replace(/<[^<>]*>/g, ' ').replace(/&(#\d+|\w+);/g, (whole, name: string) => (name.startsWith('#') ? String.fromCodePoint(Math.min(Number(name.slice(1)) || 32, 0x10ffff)) : (entities[name] ?? whole)))
    .replace(/\s+/g, ' ').trim();

const stepsMax = 60, stepCharactersMax = 1_000;

/** The steps of a procedure that was written as one piece of HTML: its items, or its paragraphs. */
export function stepsOf(html: string): readonly string[] {
  const parts = /<li/i.test(html) ? html.split(/<li[^>]*>/i).slice(1) : html.split(/<\/p>|<br\s*\/?>|\n/i);
  return parts.map((part) => withoutMarkup(part).slice(0, stepCharactersMax)).filter((step) => step !== '').slice(0, stepsMax);
}
