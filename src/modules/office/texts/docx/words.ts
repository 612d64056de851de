import { ExternalHyperlink, TextRun, type ParagraphChild } from 'docx';
import type { Words } from '../prepared.ts';

/** Words with their looks and links, as runs. */
export const docxWords = (words: readonly Words[]): ParagraphChild[] => words.map(({ text, strong, emphasis, href }) => {
  const looks = { ...(strong ? { bold: true } : {}), ...(emphasis ? { italics: true } : {}), ...(href === undefined ? {} : { style: 'Hyperlink' }) };
  return href === undefined ? run(text, looks) : new ExternalHyperlink({ link: href, children: [run(text, looks)] });
});

/** A text as runs: each line end begins a new line. */
export const run = (text: string, looks: { readonly bold?: boolean; readonly italics?: boolean; readonly style?: string } = {}): TextRun => {
  const [first = '', ...others] = text.split('\n');
  return others.length === 0 ? new TextRun({ ...looks, text: first }) : new TextRun({ ...looks, children: [first, ...others.flatMap((line) => [new TextRun({ text: line, break: 1 })])] });
};
