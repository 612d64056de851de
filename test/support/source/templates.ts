import { parseSync, Visitor } from 'oxc-parser';
import { lineAt, type File } from './files.ts';

/** Markup in a page's source. */
export type Template = {
  readonly path: string;
  readonly line: number;
  /** What is written in it, with `${}` where values go. */
  readonly markup: string;
  /** The template as it stands in the source, values and all. */
  readonly source: string;
};

/** Every `html` template of a file, each without those inside it. */
export function findTemplates({ path, text }: File): readonly Template[] {
  const found: Template[] = [];
  new Visitor({
    TaggedTemplateExpression: ({ tag, quasi, start, end }) => {
      if (tag.type !== 'Identifier' || tag.name !== 'html') return;
      found.push({ path, line: lineAt(text, start), markup: quasi.quasis.map(({ value }) => value.raw).join('${}'), source: text.slice(start, end) });
    },
  }).visit(parseSync(path, text).program);
  return found;
}

const saidAttributes = /\b(?:aria-label|title|alt|placeholder|content)="([^"$]*)"/g;

/** What a reader sees or hears of a template: its words outside of tags, and those of the attributes that are read out. */
export function wordsOf({ markup }: Pick<Template, 'markup'>): string {
  const said = [...markup.matchAll(saidAttributes)].map((match) => match[1] ?? '');
  const text = markup.replace(/<[^>]*>/g, ' ').replace(/[\w-]+="[^"]*"/g, ' ').replaceAll('${}', ' ');
  return [text, ...said].join(' · ');
}
