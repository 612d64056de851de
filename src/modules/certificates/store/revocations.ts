import type { Tx } from '#kernel/db/index.ts';
import type { Certificate, Revocation } from '../domain/certificate.ts';

/** Writes a revocation; `false` where the certificate had one. */
export async function insertRevocation(tx: Tx, certificate: Certificate, { at, by, reason, note }: Revocation): Promise<boolean> {
  const written = await tx.rows(`
    insert into certificates.revocation (entity_id, certificate_id, at, by, reason, note) values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing returning certificate_id`, [certificate.entityId, certificate.id, at, by, reason, note]);
  return written.length > 0;
}
