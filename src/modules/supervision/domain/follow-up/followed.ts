import type { Calendar } from '#modules/calendars/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { ExaminationId, Stage } from '../examination.ts';
import type { PartId } from '../parts.ts';
import type { FactKey } from './acts.ts';
import { dueOf, isOverdue, type Due, type TimeLeft } from './due.ts';
import { isClosed, stateRows, type State, type Turn } from './states.ts';
import { parentsIn, standings } from './tree.ts';

/** A recommendation with its last fact: the state that its own facts led to. `seq` is the number of that fact, 0 where nothing has happened. */
export type Followed = TimeLeft & {
  readonly id: PartId; readonly parentId: PartId | null; readonly examinationId: ExaminationId; readonly entityId: EntityId; readonly examinedId: EntityId; readonly code: string; readonly answers: Answers;
  readonly example: string | null; readonly reportNumber: string | null; readonly stage: Stage; readonly seq: number; readonly act: FactKey | null; readonly state: State; readonly notifiedAt: Date | null;
};

/** A recommendation as it stands on a day. Whether it is overdue and how old it is are computed here, and kept nowhere. */
export type Standing = Followed & { readonly turn: Turn; readonly due: Due | undefined; readonly overdue: boolean; readonly ageDays: number; readonly isParent: boolean };

/** Where these recommendations stand on a day; `calendarOf` knows the working days of each examined entity. */
export function standingsOn(followed: readonly Followed[], today: LocalDate, calendarOf: (id: EntityId) => Calendar): readonly Standing[] {
  const states = standings(followed), parents = parentsIn(followed);
  return followed.map((one): Standing => {
    const isParent = parents.has(one.id), state = states.get(one.id) ?? one.state, due = isParent || isClosed(state) ? undefined : dueOf(one, calendarOf(one.examinedId));
    return { ...one, state, isParent, turn: stateRows[state].turn, due, overdue: isOverdue(due, today), ageDays: ageOn(one, today) };
  });
}

const dayMillis = 86_400_000;
const ageOn = ({ notifiedAt }: Followed, today: LocalDate): number => (notifiedAt === null ? 0 : Math.max(0, Math.round((Date.parse(today) - Date.parse(localDateOf(notifiedAt))) / dayMillis)));
