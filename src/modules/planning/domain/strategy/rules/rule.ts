import { plain } from '../../inventory/declared.ts';
import type { Solution, StrategyContent } from '../content.ts';
import { sectionId, type Section } from '../guide.ts';
import { itemsOf } from '../plain-text.ts';

/** Something to mend in a strategy, and why. `section` is the id of the section where it is mended; `source` the place in the guide that asks for it. */
export type Advice = { readonly code: string; readonly section: string; readonly reason: string; readonly mend: string; readonly source: string };

/** What a rule found: where, and the reason in words; and which section of the guide asks for it, where the rule holds for several. */
export type Found = { readonly section: string; readonly reason: string; readonly source?: string };

/** A row of advice: what it finds, what to do about it, and which section of the guide asks for it. */
export type Rule = { readonly code: string; readonly source: string; readonly mend: string; readonly finds: (it: Read) => readonly Found[] };

/** A strategy as the rules ask it. */
export class Read {
  readonly content: StrategyContent;
  readonly sections: readonly Section[];
  constructor(content: StrategyContent, sections: readonly Section[]) { this.content = content; this.sections = sections; }
  get solutions(): readonly Solution[] { return this.content.projections.solutions; }
  text(key: string, slug?: string): string { return this.content.texts[sectionId(key, slug)] ?? ''; }
  has(key: string, slug?: string): boolean { return this.text(key, slug).trim() !== ''; }
  /** The things that a section lists. */
  items(key: string): readonly string[] { return itemsOf(this.text(key)); }
  /** One finding where a written section says nothing of the sort. */
  lacks(key: string, pattern: RegExp, reason: string): readonly Found[] { return this.has(key) && !pattern.test(plain(this.text(key))) ? [{ section: key, reason }] : []; }
}

/** A quotation short enough to stand in a sentence. */
export const quoted = (text: string): string => `«${text.length > 70 ? `${text.slice(0, 69).trimEnd()}…` : text}»`;
