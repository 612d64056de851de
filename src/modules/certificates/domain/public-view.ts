import type { LocalDate } from '#kernel/clock.ts';
import type { Certificate, PublicFact } from './certificate.ts';
import { maskName } from './masked.ts';
import { revocationReasons } from './revocation.ts';
import { standingAt } from './standing.ts';
import type { Standing } from './standing.ts';

/** What anybody with the code may know of a certificate, and nothing else: pages and API are made from this alone. */
export type PublicView = {
  readonly code: string; readonly standing: Standing; readonly title: string; readonly procedure: string; readonly entity: string;
  /** The holder's initials, «M… Q…». */
  readonly holder: string;
  readonly facts: readonly PublicFact[];
  readonly issuedAt: Date;
  readonly validUntil?: LocalDate;
  readonly revoked?: { readonly at: Date; readonly reason: string };
  readonly seal: { readonly subject: string; readonly authority: string; readonly demonstration: boolean };
  readonly sha256: string;
};

/** Takes from a certificate what is public on a day: never the holder's name, document, answers or the entity's note on a revocation. */
export const publicViewOf = (certificate: Certificate, now: Date): PublicView => ({
  code: certificate.code, standing: standingAt(certificate, now), title: certificate.title, procedure: certificate.procedure.name,
  entity: certificate.entityName, holder: maskName(certificate.holder.name), facts: certificate.facts, issuedAt: certificate.issuedAt,
  ...(certificate.validUntil === undefined ? {} : { validUntil: certificate.validUntil }),
  ...(certificate.revocation === undefined ? {} : { revoked: { at: certificate.revocation.at, reason: revocationReasons[certificate.revocation.reason] } }),
  seal: certificate.seal, sha256: certificate.sha256,
});
