/** What the program puts into a section from the data of the entity. */
export const shownParts = ['plan', 'inventario', 'priorizacion', 'ficha', 'lejania', 'soluciones', 'normas', 'diseno', 'cronograma', 'etapas'] as const;
export type ShownPart = (typeof shownParts)[number];

/** A part of a strategy as the State's guide has it. Those `per` solution stand once for every chosen procedure; `{n}` and `{name}` in their words are its own. */
export type GuideSection = {
  readonly key: string; readonly number: string; readonly title: string; readonly level: number; readonly per: 'strategy' | 'solution';
  /** Where the guide asks for it: «sección 3.2». */
  readonly source: string;
  /** `heading` has no text; `short` is one or two sentences; `lines` one thing a line. */
  readonly kind: 'heading' | 'text' | 'short' | 'lines';
  readonly isOptional: boolean; readonly asks: readonly string[]; readonly advice: string; readonly shows: readonly ShownPart[];
};

/** A norm that supports every entity's strategy, and what for. */
export type GenericNorm = { readonly norm: string; readonly supports: string };

/** The guide: its parts in order, and the norms of everybody. */
export type Guide = { readonly sections: readonly GuideSection[]; readonly norms: readonly GenericNorm[] };

/** A chosen procedure. */
export type Chosen = { readonly procedureId: string; readonly slug: string; readonly name: string };

/** A section of one strategy. `id` is the end of its address; `slug` the procedure of a solution's section. */
export type Section = Omit<GuideSection, 'per'> & { readonly id: string; readonly slug?: string };

/** Id of a solution's section. */
export const sectionId = (key: string, slug?: string): string => (slug === undefined ? key : `${key}.${slug}`);

/** The sections of a strategy in the order of the guide. Those of solutions that follow one another alternate no further than the guide does: a whole section a solution. */
export const sectionsOf = (guide: Guide, chosen: readonly Chosen[]): readonly Section[] => guide.sections.flatMap(({ per, ...section }): readonly Section[] =>
  (per === 'strategy' ? [{ ...section, id: section.key }] : chosen.map(({ slug, name }, at) => {
    const fill = (text: string): string => text.replaceAll('{n}', String(at + 1)).replaceAll('{name}', name);
    return { ...section, id: sectionId(section.key, slug), slug, number: fill(section.number), title: fill(section.title) };
  })));

/** The title with its number, as it stands in the document. */
export const headingOf = ({ number, title }: Pick<Section, 'number' | 'title'>): string => (number === '' ? title : `${number}. ${title}`);

/** Most letters of a text, by its kind. */
export const lettersMax = { heading: 0, short: 1_000, lines: 8_000, text: 20_000 } as const satisfies Record<GuideSection['kind'], number>;
