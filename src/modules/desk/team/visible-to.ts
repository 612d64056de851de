import { openCase, type QueueLine } from '#modules/cases/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { Officer } from '../officer.ts';

/** Of a page of tasks, those whose case this person may read: confidential ones of other units don't show. */
export async function visibleTo(db: Db, officer: Officer, lines: readonly QueueLine[]): Promise<readonly QueueLine[]> {
  const seen = await Promise.all(lines.map((line) => officer.units.includes(line.unit) || mayOpen(db, officer, line)));
  return lines.filter((_, index) => seen[index]);
}

const mayOpen = (db: Db, officer: Officer, { caseId }: QueueLine): Promise<boolean> =>
  openCase(db, caseId, officer).then(() => true, (caught: unknown) => { if (isRefusal(caught)) return false; throw caught; });
