import type { Answers } from '#modules/forms/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';

/** Where what an entry says came from: typed here, the published catalogue, the State's portal, a sheet, or an older state of it that was taken back. */
export type Origin = 'written' | 'published' | 'portal' | 'sheet' | 'restored';

/** One procedure in the inventory of an entity. `procedureId` is its one id, from here to the certificate and the finding. */
export type Entry = {
  readonly entityId: EntityId;
  /** `<entity>/<slug>`; never changes, whatever it is called later. */
  readonly procedureId: string;
  /** The second half of the id, and the end of the entry's address. */
  readonly slug: string;
  readonly name: string;
  /** What is declared of it, under the ids of the form's fields. */
  readonly answers: Answers;
  /** Grows by one with every change. */
  readonly revision: number;
  readonly origin: Origin;
  readonly updatedAt: Date;
  /** Since when, and why, it is not counted; absent while it is in use. */
  readonly retiredAt: Date | null;
  readonly retiredReason: string | null;
  /** The procedure that it was the same as. */
  readonly mergedInto: string | null;
  readonly updatedBy: PersonId | null;
};
