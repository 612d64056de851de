import { evaluateFeel } from '#kernel/feel/index.ts';
import type { Language } from '#kernel/text.ts';
import { functions, sayValue } from './say.ts';
import type { Message, Template, Templates } from './template.ts';

/** A message ready to be sent. */
export type Rendered = { readonly subject: string; readonly body: string; readonly mail: string; readonly channels?: readonly string[] };

/** Variables by name, as FEEL takes them. */
export type Variables = Readonly<Record<string, unknown>>;

const subjectCharactersMax = 150, bodyCharactersMax = 10_000;

/** Fills in a message in a language, or in Spanish where nobody has translated it. What is missing becomes nothing; lines that end up empty go. */
export function render({ subject, body, mail, channels }: Message, language: Language, variables: Variables): Rendered {
  const all = { ...variables, ...functions };
  const filled = (templates: Templates) => fill(templates[language] ?? templates.es, all);
  return { subject: oneLine(filled(subject)), body: paragraphs(filled(body)), mail: mail ? paragraphs(filled(mail)) : '', ...(channels && { channels }) };
}

const fill = (template: Template, variables: Variables): string => template.map((part) => (typeof part === 'string' ? part : sayValue(evaluateFeel(part, variables)))).join('');

/** A subject is one line: no value that somebody typed can begin another header. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim().slice(0, subjectCharactersMax);

/** Paragraphs separated by one empty line, without control characters. */
export const paragraphs = (text: string): string =>
  text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ').replace(/.+/g, (line) => line.trimEnd()).replace(/\n{3,}/g, '\n\n').trim().slice(0, bodyCharactersMax);
