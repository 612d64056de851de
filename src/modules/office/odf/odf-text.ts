import { escapeHtml } from '#kernel/html/html.ts';
import { tag } from '../xml/tag.ts';

/** A text as ODF says it: line ends, tabs and runs of spaces have elements of their own (ODF 1.3 part 3, section 6.1). */
export const odfText = (text: string): string => escapeHtml(text)
  .replaceAll(/ {2,}/g, (spaces) => ` ${tag('text:s', { 'text:c': String(spaces.length - 1) })}`)
  .replaceAll('\t', tag('text:tab')).replaceAll('\n', tag('text:line-break'));
