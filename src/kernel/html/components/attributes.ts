import { escapeHtml, trusted, type Html } from '../html.ts';

/** What an attribute may be: text, a number, or a switch; `undefined` and `false` leave it out. */
export type AttributeValue = string | number | boolean | undefined;

/** Attributes of an element, each with a space before it: `<a${attributes({ href, rel })}>`. Values are escaped. */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Html {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false) continue;
    text += value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`;
  }
  return trusted(text);
}

/** Joins the class names that hold, leaving out the ones that do not. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
