/** Markup that has been escaped. Only `html` and `trusted` make it. */
export class Html {
  readonly #text: string;
  constructor(text: string) { this.#text = text; }
  toString(): string { return this.#text; }
}

/** What may stand in a template: text is escaped, lists are joined, nothing-values vanish. */
export type Child = Html | string | number | bigint | false | null | undefined | readonly Child[];

/** The page template: everything interpolated is escaped unless it already is `Html`. */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  let text = strings[0] ?? '';
  for (let i = 0; i < children.length; i++) text += render(children[i]) + (strings[i + 1] ?? '');
  return new Html(text);
}

/** Marks text as markup that we made ourselves, such as an SVG. Never call it with anything a person typed. */
export const trusted = (markup: string): Html => new Html(markup);

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => entities[c] ?? c) : text;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (child instanceof Html) return child.toString();
  if (Array.isArray(child)) return child.map(render).join('');
  return escapeHtml(String(child));
}

/** An href that came from data: only http(s), mailto, tel and paths of our own survive; anything else becomes `#`. */
export function safeHref(address: string): string {
  return /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#|\?)/i.test(address) ? address : '#';
}
