import { parseSync, Visitor } from 'oxc-parser';
import { lineAt, type File } from './files.ts';

/** Markup in a page's source: the text of an `html` template, with `${}` where values go. */
export type Template = { readonly path: string; readonly line: number; readonly markup: string };

/** Every outermost `html` template of a file as it is written, inner ones included in its text. */
export function findTemplates({ path, text }: File): readonly Template[] {
  const found: (Template & { end: number })[] = [];
  new Visitor({
    TaggedTemplateExpression: ({ tag, start, end }) => {
      if (tag.type !== 'Identifier' || tag.name !== 'html' || (found.at(-1)?.end ?? 0) >= end) return;
      found.push({ path, line: lineAt(text, start), markup: text.slice(start, end), end });
    },
  }).visit(parseSync(path, text).program);
  return found;
}

const saidAttributes = /\b(?:aria-label|title|alt|placeholder|content)="([^"$]*)"/g;

/** What a reader sees or hears of a template: its words outside of tags, and those of the attributes that are read out. */
export function wordsOf({ markup }: Template): string {
  const said = [...markup.matchAll(saidAttributes)].map((match) => match[1] ?? '');
  const outsideCode = markup.replace(/\$\{(?:[^{}`]|\{[^{}]*\})*\}/g, ' ').replace(/\$\{[^`]*?html`/g, ' ');
  return [outsideCode.replace(/<[^>]*>/g, ' '), ...said].join(' · ');
}
