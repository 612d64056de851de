/** How single things are counted: SQL that gives `entity_id`, `key` and `label` of each, with the first and last day of the period as $1 and $2. */
export type Things = { readonly kind: 'things'; readonly sql: string };

/** How cases are counted: by what the counters hold, and which cases those are, as a condition over `indicators.counted_case k` between $1 and $2. */
export type Cases = { readonly kind: 'cases'; readonly measure: string; readonly which: string };

/** A name that expressions use: what it counts, from where, and the rows behind the number. */
export type Operand = {
  /** As expressions write it. */
  readonly name: string;
  /** What it counts, for people. */
  readonly says: string;
  readonly unit: string;
  readonly counts: Things | Cases;
  /** How parts become one number: cases and things are added; of days the middle one is taken. */
  readonly reduce: 'sum' | 'median';
  /** Who may see the single rows: anybody, because they are public, or who plans and watches in their own entity. Everybody sees the numbers. */
  readonly visible: 'public' | 'entity';
  /** Where a row is looked at, where there is such a page. */
  readonly href?: (key: string) => string;
};
