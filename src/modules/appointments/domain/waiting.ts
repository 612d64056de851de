import type { LocalDate } from '#kernel/clock.ts';
import type { CaseId, EntityId, Id, PersonId } from '#kernel/ids.ts';
import type { Channel, ResourceDefinition, ResourceId } from './resource.ts';

export type WaitingId = Id<'waiting'>;

/** Somebody who would take a place that becomes free between two days. */
export type Waiting = {
  readonly entityId: EntityId; readonly id: WaitingId; readonly resourceId: ResourceId; readonly caseId: CaseId; readonly personId: PersonId;
  readonly label: string; readonly attendee: string;
  readonly fromDay: LocalDate; readonly untilDay: LocalDate;
  /** The place that is being kept for them, if one is. */
  readonly offer: { readonly start: Date; readonly channel: Channel; readonly until: Date } | undefined;
};

const holdMillis = 24 * 3_600_000, holdMillisMin = 3_600_000;

/**
 * Until when a freed place is kept for the first in the list: a day, but never past the moment at which places can no longer be booked.
 * `undefined` when there is not even an hour left: then the place simply becomes free.
 */
export function holdUntil(resource: ResourceDefinition, start: Date, now: Date): Date | undefined {
  const last = start.getTime() - resource.noticeHours * 3_600_000;
  const until = Math.min(now.getTime() + holdMillis, last);
  return until - now.getTime() < holdMillisMin ? undefined : new Date(until);
}
