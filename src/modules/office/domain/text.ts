import type { LocalDate } from '#kernel/clock.ts';

/** Words inside a block: plain, or runs of which some are marked or lead somewhere. */
export type Run = string | { readonly text: string; readonly strong?: boolean; readonly emphasis?: boolean; readonly href?: string };
export type Inline = string | readonly Run[];

/**
 * A piece of an office text. `pending` marks a paragraph that somebody still has to write or confirm. Headings have levels 1 to 4 and are numbered by their own words.
 * A figure is a whole SVG that needs no style sheet (its marks carry their own `fill`, `stroke` and `font-*`); `alt` says what it shows to whoever does not see it; `narrow` is the
 * same drawn for a telephone, which only the page uses.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Inline; readonly tone?: 'note' | 'pending' }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly Inline[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: Inline])[] }
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly Inline[])[]; readonly numericColumns?: readonly number[]; readonly source?: string }
  | { readonly kind: 'figure'; readonly svg: string; readonly narrow?: string; readonly caption: string; readonly alt: string; readonly source?: string }
  | { readonly kind: 'break' };

/** A text as an office hands it out: one tree of blocks, from which the page, ODT, DOCX and PDF/A are made. */
export type OfficeText = {
  readonly title: string;
  readonly subtitle?: string;
  /** Who issues it. */
  readonly entity: string;
  /** The day that stands on the cover. */
  readonly day: LocalDate;
  /** Identifying code, where it has one; printed on every page. */
  readonly code?: string;
  /** Facts below the title, such as report number or state («Borrador»). */
  readonly cover?: readonly (readonly [name: string, value: string])[];
  /** Whether a table of contents follows the cover. */
  readonly contents: boolean;
  readonly blocks: readonly Block[];
};

/** Formats in which texts go out, by the ending of the file. */
export type TextFormat = 'odt' | 'docx' | 'pdf';
