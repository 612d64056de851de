import { escapeHtml } from '#kernel/html/html.ts';

/** An element of XML: attributes are escaped, those that are `undefined` left out; children are XML already (texts go through `escapeHtml`). */
export function tag(name: string, attributes: Readonly<Record<string, string | undefined>> = {}, ...children: readonly string[]): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeHtml(value)}"`])).join('');
  return children.length === 0 ? `<${name}${said}/>` : `<${name}${said}>${children.join('')}</${name}>`;
}

/** A whole document of XML. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
