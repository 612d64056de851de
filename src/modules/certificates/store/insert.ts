import type { Tx } from '#kernel/db/index.ts';
import type { Certificate } from '../domain/certificate.ts';
import type { Given } from '../domain/given.ts';

/** What is stored of a new certificate beside itself, so that its sheet can be printed again. */
export type Source = { readonly given: Given; readonly templateSha256: string };

/** Writes a certificate; `false` where its key or its code is already taken, and then nothing is written. */
export async function insertCertificate(tx: Tx, certificate: Certificate, source: Source): Promise<boolean> {
  const { procedure, seal } = certificate;
  const written = await tx.rows(sql, [
    certificate.entityId, certificate.id, certificate.code, certificate.caseId, certificate.element, procedure.id, procedure.name, procedure.version,
    certificate.title, JSON.stringify(certificate.holder), JSON.stringify(certificate.facts), JSON.stringify(source.given), source.templateSha256,
    certificate.issuedAt, certificate.validUntil, certificate.sha256, certificate.bytes, certificate.unsignedSha256, seal.demonstration,
  ]);
  return written.length > 0;
}

const sql = `
  insert into certificates.certificate (entity_id, id, code, case_id, element, procedure_id, procedure_name, procedure_version, title, holder, facts,
    given, template_sha256, issued_at, valid_until, sha256, bytes, unsigned_sha256, demonstration)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
  on conflict do nothing returning id`;
