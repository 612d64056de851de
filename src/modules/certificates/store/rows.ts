import type { LocalDate } from '#kernel/clock.ts';
import type { CaseId, CertificateId, EntityId, PersonId } from '#kernel/ids.ts';
import type { Certificate, Holder, PublicFact } from '../domain/certificate.ts';
import type { RevocationReason } from '../domain/revocation.ts';

/** A certificate with its revocation, as the columns of `selectCertificate` come. */
export type CertificateRow = {
  readonly id: CertificateId; readonly entityId: EntityId; readonly entityName: string; readonly code: string; readonly caseId: CaseId; readonly element: string;
  readonly procedureId: string; readonly procedureName: string; readonly procedureVersion: string; readonly title: string; readonly holder: Holder;
  readonly facts: readonly PublicFact[]; readonly issuedAt: Date; readonly validUntil: LocalDate | null; readonly sha256: string; readonly bytes: number;
  readonly unsignedSha256: string; readonly demonstration: boolean; readonly sealSubject: string; readonly sealAuthority: string;
  readonly revokedAt: Date | null; readonly revokedBy: PersonId | null; readonly reason: RevocationReason | null; readonly note: string | null;
};

/** Reads certificates; the caller adds `where`. */
export const selectCertificate = `
  select c.id, c.entity_id as "entityId", c.given->'entity'->>'name' as "entityName", c.code, c.case_id as "caseId", c.element,
    c.procedure_id as "procedureId", c.procedure_name as "procedureName", c.procedure_version as "procedureVersion", c.title, c.holder,
    c.facts, c.issued_at as "issuedAt", c.valid_until::text as "validUntil", c.sha256, c.bytes, c.unsigned_sha256 as "unsignedSha256",
    c.demonstration, c.given->'seal'->>'subject' as "sealSubject", c.given->'seal'->>'authority' as "sealAuthority",
    r.at as "revokedAt", r.by as "revokedBy", r.reason, r.note
  from certificates.certificate c left join certificates.revocation r on (r.entity_id, r.certificate_id) = (c.entity_id, c.id)`;

/** Makes of a row what the rest of the module knows. */
export function toCertificate(row: CertificateRow): Certificate {
  const { id, entityId, entityName, code, caseId, element, title, holder, facts, issuedAt, sha256, bytes, unsignedSha256 } = row;
  const { revokedAt: at, revokedBy: by, reason, note } = row;
  return {
    id, entityId, entityName, code, caseId, element, title, holder, facts, issuedAt, sha256, bytes, unsignedSha256,
    procedure: { id: row.procedureId, name: row.procedureName, version: row.procedureVersion },
    seal: { subject: row.sealSubject, authority: row.sealAuthority, demonstration: row.demonstration },
    ...(row.validUntil === null ? {} : { validUntil: row.validUntil }),
    ...(at === null || by === null || reason === null || note === null ? {} : { revocation: { at, by, reason, note } }),
  };
}
