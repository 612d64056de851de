import type { EntityId, Id } from '#kernel/ids.ts';

export type ResultId = Id<'check-result'>;

/** What a check found about an entity, since when, until when, and what was said of it. */
export type Result = {
  readonly id: ResultId; readonly entityId: EntityId; readonly checkKey: string; readonly subject: string; readonly says: string; readonly href: string | null;
  readonly firstSeen: Date; readonly lastSeen: Date; readonly goneAt: Date | null;
  /** The last word about it: whether it was set aside, why, and by whom. */
  readonly dismissed: boolean | null; readonly reason: string | null; readonly saidBy: string | null; readonly saidByEntityId: EntityId | null; readonly saidAt: Date | null; readonly saidSeq: number;
};

/** Whether it still asks for something: it is there, and nobody has set it aside. */
export const isOpenResult = ({ goneAt, dismissed }: Pick<Result, 'goneAt' | 'dismissed'>): boolean => goneAt === null && dismissed !== true;

/** Whether everybody may open the page that a result leads to; the others are of the entity's own planning. */
export const isPublicPage = (href: string): boolean => href === '/tramites' || href.startsWith('/tramites/');
