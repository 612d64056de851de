import type { OfficeText } from '#modules/office/index.ts';
import type { StrategyContent } from './content.ts';
import { strategyText, type Standing } from './document/strategy-text.ts';
import { headingOf, type Section } from './guide.ts';

// What JSON calls this form; grows when its members change their meaning.
const frozenFormat = 'ventanilla.strategy/1';

/** A section as it stood. */
export type FrozenSection = { readonly id: string; readonly heading: string; readonly body: string };

/** A whole strategy as it stood on a day: what people wrote, what the data said, and the document that both make. Nothing of it is ever computed again. */
export type FrozenStrategy = { readonly format: string; readonly version: number | null; readonly content: StrategyContent; readonly sections: readonly FrozenSection[]; readonly text: OfficeText };

/** Takes a strategy down as it stands. */
export const frozenOf = (content: StrategyContent, sections: readonly Section[], standing: Standing): FrozenStrategy => ({
  format: frozenFormat, version: standing.kind === 'version' ? standing.number : null, content,
  sections: sections.filter(({ kind }) => kind !== 'heading').map((section) => ({ id: section.id, heading: headingOf(section), body: content.texts[section.id] ?? '' })),
  text: strategyText(content, sections, standing),
});
