import type { Block, OfficeText } from '#modules/office/index.ts';
import { sayDay } from '#kernel/clock.ts';
import type { StrategyContent } from '../content.ts';
import { headingOf, type Section } from '../guide.ts';
import { blocksOf, itemsOf } from '../plain-text.ts';
import { parts } from './parts.ts';
import { pending } from './say.ts';

/** How a strategy stands: a draft, or a version by its number. */
export type Standing = { readonly kind: 'draft' } | { readonly kind: 'version'; readonly number: number };

const sayStanding = (standing: Standing): string => (standing.kind === 'draft' ? 'Borrador' : `Versión ${standing.number}`);

/**
 * The strategy as a document that can be signed: the parts of the State's guide in their order, what people wrote in each, and after it what the data say, tables and
 * figures each with its source. What nobody wrote says «Por completar»; an optional part without words and without data does not appear.
 */
export function strategyText(content: StrategyContent, sections: readonly Section[], standing: Standing): OfficeText {
  const { title, from, until, projections: { entity, day, order } } = content;
  return {
    title, subtitle: 'Estrategia de digitalización para la atención de trámites y servicios recurrentes', entity: entity.name, day, contents: true,
    cover: [['Estado', sayStanding(standing)], ['Periodo', `Del ${sayDay(from)} al ${sayDay(until)}`], ['Orden de prioridad', `Del ${sayDay(order.day)}, huella ${order.sha256.slice(0, 12)}`]],
    blocks: sections.flatMap((section) => blocksOfSection(content, section)),
  };
}

function blocksOfSection({ texts, projections }: StrategyContent, section: Section): readonly Block[] {
  const written = writtenIn(section, texts[section.id] ?? ''), solution = projections.solutions.find(({ slug }) => slug === section.slug);
  const shown = section.shows.flatMap((name) => parts[name](projections, solution));
  if (section.isOptional && written.length === 0 && shown.length === 0) return [];
  const empty = written.length === 0 && section.kind !== 'heading' && !section.isOptional ? [pending(section.asks.join(' '))] : [];
  return [{ kind: 'heading', level: levelOf(section), text: headingOf(section) }, ...written, ...empty, ...shown];
}

const levelOf = ({ level }: Section): 1 | 2 | 3 => (level <= 1 ? 1 : level === 2 ? 2 : 3);

function writtenIn({ kind, key }: Section, text: string): readonly Block[] {
  const items = itemsOf(text);
  return kind !== 'lines' ? blocksOf(text) : items.length === 0 ? [] : [{ kind: 'list', ordered: key === 'referencias', items }];
}
