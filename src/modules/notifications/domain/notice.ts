import type { CaseId, EntityId, Id, PersonId } from '#kernel/ids.ts';

export type NoticeId = Id<'notice'>;
export type DeliveryId = Id<'delivery'>;

/** A message in somebody's mailbox. */
export type Notice = {
  readonly id: NoticeId;
  readonly entityId: EntityId;
  readonly personId: PersonId;
  readonly caseId?: CaseId;
  readonly subject: string;
  readonly body: string;
  /** What external channels may carry besides the subject. */
  readonly mail: string;
  /** Page of our own where the person goes on. */
  readonly link?: string;
  readonly createdAt: Date;
  readonly readAt?: Date;
};

/** The message on its way through an external channel. */
export type MailDelivery = {
  readonly id: DeliveryId;
  readonly channel: string;
  readonly address: string;
  readonly attempts: number;
  readonly state: DeliveryState;
  /** When it was sent or given up; absent while it waits. */
  readonly endedAt?: Date;
  /** Why it has not been sent, for the administrator. */
  readonly problem?: string;
};

export type DeliveryState = 'queued' | 'sent' | 'failed';

const retrySeconds: readonly number[] = [60, 300, 900, 3_600, 10_800, 21_600, 43_200];

/** When to try again after so many attempts: from a minute to half a day; `undefined` is never again. */
export function retryAt(attempts: number, now: Date): Date | undefined {
  const seconds = retrySeconds[attempts - 1];
  return seconds === undefined ? undefined : new Date(now.getTime() + seconds * 1000);
}

/** «m…a@correo.bo»: enough to know one's own address by, too little for anybody else. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '…';
  return `${address.slice(0, 1)}…${at > 2 ? address.slice(at - 1, at) : ''}${address.slice(at)}`;
}
