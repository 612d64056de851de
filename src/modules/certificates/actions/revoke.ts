import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { CertificateId } from '#kernel/ids.ts';
import { cancelMessages, enqueue } from '#kernel/outbox/index.ts';
import type { Certificate } from '../domain/certificate.ts';
import { parseRevocationReason } from '../domain/revocation.ts';
import { refuse } from '../errors.ts';
import { expiryKey, messageOfRevocation } from '../events.ts';
import { findById } from '../store/find.ts';
import { insertRevocation } from '../store/revocations.ts';

/** Who ends which certificate, for which class of reason (`revocationReasons`), and the reason in words for the entity's own record. */
export type RevocationOrder = { readonly certificateId: CertificateId; readonly by: Person; readonly reason: string; readonly note: string };

const noteCharsMax = 2_000;

/**
 * Revokes a certificate of the officer's own entity, for good and from now on. Who may ask is decided by whoever calls; a certificate
 * of another entity is not found. Announces `certificates.revoked` and takes back the announcement of its expiry.
 */
export async function revokeCertificate(db: Db, { certificateId, by, reason, note }: RevocationOrder, now: Date): Promise<Certificate> {
  const known = parseRevocationReason(reason) ?? refuse('reason_unknown');
  const said = note.trim().slice(0, noteCharsMax);
  if (said === '') refuse('note_missing');
  return db.transaction(async (tx) => {
    const certificate = await findById(tx, certificateId);
    if (certificate === undefined || certificate.entityId !== by.entityId) return refuse('not_found');
    const revocation = { at: now, by: by.id, reason: known, note: said };
    if (!(await insertRevocation(tx, certificate, revocation))) refuse('already_revoked');
    await cancelMessages(tx, [expiryKey(certificate)]);
    await enqueue(tx, [messageOfRevocation(certificate, known)]);
    await audit(tx, { action: 'certificates.revoke', subject: `certificate:${certificate.id}`, person: by, entityId: certificate.entityId, detail: { reason: known } });
    return { ...certificate, revocation };
  });
}
