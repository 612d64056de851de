import { escapeHtml } from '#kernel/html/html.ts';
import { tag } from '../../xml/tag.ts';
import type { Words } from '../prepared.ts';

/** A text as ODF says it: line ends, tabs and runs of spaces have elements of their own (ODF 1.3 part 3, section 6.1). */
export const odtText = (text: string): string => escapeHtml(text)
  .replaceAll(/ {2,}/g, (spaces) => ` ${tag('text:s', { 'text:c': String(spaces.length - 1) })}`)
  .replaceAll('\t', tag('text:tab')).replaceAll('\n', tag('text:line-break'));

/** Words with their looks and links. */
export const odtWords = (words: readonly Words[]): string => words.map(({ text, strong, emphasis, href }) => {
  const style = strong ? 'Strong_20_Emphasis' : emphasis ? 'Emphasis' : undefined;
  const plain = style === undefined ? odtText(text) : tag('text:span', { 'text:style-name': style }, odtText(text));
  return href === undefined ? plain : tag('text:a', { 'xlink:type': 'simple', 'xlink:href': href }, plain);
}).join('');

/** A paragraph in a style. */
export const paragraph = (style: string, content: string): string => tag('text:p', { 'text:style-name': style }, content);
