import { odfText } from '../../odf/odf-text.ts';
import { tag } from '../../xml/tag.ts';
import type { Words } from '../prepared.ts';

/** Words with their looks and links. */
export const odtWords = (words: readonly Words[]): string => words.map(({ text, strong, emphasis, href }) => {
  const style = strong ? 'Strong_20_Emphasis' : emphasis ? 'Emphasis' : undefined;
  const plain = style === undefined ? odfText(text) : tag('text:span', { 'text:style-name': style }, odfText(text));
  return href === undefined ? plain : tag('text:a', { 'xlink:type': 'simple', 'xlink:href': href }, plain);
}).join('');

/** A paragraph in a style. */
export const paragraph = (style: string, content: string): string => tag('text:p', { 'text:style-name': style }, content);
