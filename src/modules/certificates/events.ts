import type { OutboxMessage } from '#kernel/outbox/index.ts';
import { instantOf } from '#kernel/clock.ts';
import type { Certificate } from './domain/certificate.ts';
import { renewalAt } from './domain/standing.ts';

/** Topics of this module. Payloads carry `CertificateTold`, and `reason` too where one is revoked. */
export const topics = { issued: 'certificates.issued', revoked: 'certificates.revoked', expiring: 'certificates.expiring' } as const;

/** What every message of this module says: ids for programs, title, code and last day for people. */
export type CertificateTold = {
  readonly entityId: string; readonly certificateId: string; readonly caseId: string; readonly element: string;
  readonly code: string; readonly title: string; readonly sha256: string; readonly validUntil: string | null;
};

const told = (certificate: Certificate): CertificateTold => ({
  entityId: certificate.entityId, certificateId: certificate.id, caseId: certificate.caseId, element: certificate.element,
  code: certificate.code, title: certificate.title, sha256: certificate.sha256, validUntil: certificate.validUntil ?? null,
});

/** Key of the timer that announces the end of validity: a revocation takes it back. */
export const expiryKey = (certificate: Pick<Certificate, 'id'>): string => `${topics.expiring}/${certificate.id}`;

/** What is announced when a certificate is issued: the fact, and thirty days before its end, at eight in the morning, that it ends. */
export function messagesOfIssue(certificate: Certificate): OutboxMessage[] {
  const payload = told(certificate);
  const issued = { topic: topics.issued, key: `${topics.issued}/${certificate.id}`, payload };
  const renewal = renewalAt(certificate, certificate.issuedAt);
  // One that is born inside its own window of renewal announces nothing: its holder has just read the date.
  return renewal === undefined || renewal.open ? [issued] : [issued, { topic: topics.expiring, key: expiryKey(certificate), payload, runAt: instantOf(renewal.from, '08:00') }];
}

/** What is announced when a certificate is revoked. */
export const messageOfRevocation = (certificate: Certificate, reason: string): OutboxMessage =>
  ({ topic: topics.revoked, key: `${topics.revoked}/${certificate.id}`, payload: { ...told(certificate), reason } });
