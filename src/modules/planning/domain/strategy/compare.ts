import type { Block, Inline, OfficeText } from '#modules/office/index.ts';
import { changesOf, differ, type Change } from './words.ts';

/** A part of a document whose words two states of it say differently. */
export type Difference = { readonly heading: string; readonly changes: readonly Change[] };

/** Where two states of a document differ, heading by heading in the order of the newer one and then what is only in the older; tables by their cells, figures by what they say in words. */
export function differencesOf(before: OfficeText, after: OfficeText): readonly Difference[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((heading) => {
    const [was, is] = [old.get(heading) ?? '', now.get(heading) ?? ''];
    return differ(was, is) ? [{ heading, changes: changesOf(was, is) }] : [];
  });
}

/** The words of a document under each of its headings; the cover stands under its title. */
function partsOf({ title, cover = [], blocks }: OfficeText): ReadonlyMap<string, string> {
  const parts = new Map<string, string>([['Portada', [title, ...cover.filter(([name]) => name !== 'Estado').map((row) => row.join(': '))].join('\n')]]);
  let heading = 'Portada';
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text;
    parts.set(heading, [parts.get(heading) ?? '', wordsOf(block)].filter((one) => one !== '').join('\n'));
  }
  return parts;
}

function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading': case 'break': return '';
    case 'paragraph': return block.tone === 'pending' ? `Por completar. ${wordsIn(block.text)}` : wordsIn(block.text);
    case 'list': return block.items.map((item) => `- ${wordsIn(item)}`).join('\n');
    case 'facts': return block.rows.map(([name, value]) => `${name}: ${wordsIn(value)}`).join('\n');
    case 'table': return [block.caption, block.head.join(' | '), ...block.rows.map((cells) => cells.map(wordsIn).join(' | '))].join('\n');
    case 'figure': return `${block.caption}\n${block.alt}`;
  }
}

const wordsIn = (text: Inline): string => (typeof text === 'string' ? text : text.map((run) => (typeof run === 'string' ? run : run.text)).join(''));
