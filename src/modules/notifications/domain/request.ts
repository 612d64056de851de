import type { CaseId, EntityId, PersonId } from '#kernel/ids.ts';

/** What somebody is to be told. */
export type NotifyRequest = {
  readonly personId: PersonId;
  readonly entityId: EntityId;
  readonly caseId?: CaseId | undefined;
  /** The same for every repetition: a person is told once under a key. */
  readonly key: string;
  readonly subject: string;
  readonly body: string;
  /** What goes out by mail besides the subject; no personal data. */
  readonly mail?: string | undefined;
  /** Page of our own where the person goes on, such as `/mis-tramites/<id>`. */
  readonly link?: string | undefined;
  /** Where the person reads mail; without it, or with an address that can't be one, only the mailbox is told. */
  readonly email?: string | undefined;
  /** External channels; absent means every one that reaches the person. */
  readonly channels?: readonly string[] | undefined;
  readonly now: Date;
};
