import { timelineOf, type Definition, type Fact } from '#modules/cases/index.ts';

/** A file as the sheet counts it. */
export type CountedFile = { readonly at: Date; readonly pages: number };

/** One line of the sheet: who did what and when, and the leaves («fojas») with which the file grew. */
export type SheetLine = { readonly number: number; readonly at: Date; readonly title: string; readonly body?: string; readonly by: string; readonly leaves: string };

// Acts that put a sheet of their own into the file; taking and passing on a task does not.
const written: readonly Fact['type'][] = ['submitted', 'task_completed', 'corrected', 'opinion_requested', 'opinion_given', 'message_received', 'service_done', 'withdrawn', 'certificate_revoked'];

/**
 * The route sheet of a case: every act but internal notes. Each act that is written counts one leaf, and each file that came with it one leaf
 * a page, numbered through from 1, as a file on paper would be.
 */
export function routeSheet(definition: Definition, facts: readonly Fact[], files: readonly CountedFile[]): readonly SheetLine[] {
  let leaf = 0, before = new Date(0);
  const lines: SheetLine[] = [];
  for (const fact of facts) {
    const [entry] = timelineOf(definition, [fact], 'officer');
    if (!entry || fact.type === 'note_added') continue;
    const since = before, at = new Date(fact.at);
    const takes = written.includes(fact.type) ? 1 + sum(files.filter((file) => file.at > since && file.at <= at)) : 0;
    if (takes > 0) before = at;
    lines.push({ number: lines.length + 1, at, title: entry.title, ...(entry.body === undefined ? {} : { body: entry.body }), by: entry.by, leaves: sayLeaves(leaf, takes) });
    leaf += takes;
  }
  return lines;
}

const sum = (files: readonly CountedFile[]): number => files.reduce((total, { pages }) => total + pages, 0);

function sayLeaves(leaf: number, takes: number): string {
  if (takes === 0) return '';
  return takes === 1 ? String(leaf + 1) : `${leaf + 1} a ${leaf + takes}`;
}
