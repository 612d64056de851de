import type { LocalDate } from '#kernel/clock.ts';
import type { CaseId, CertificateId, EntityId, PersonId } from '#kernel/ids.ts';
import type { SealWords } from './seal-words.ts';
import type { RevocationReason } from './revocation.ts';

/** The entity as its letterhead shows it. */
export type Issuer = {
  readonly id: EntityId;
  readonly name: string;
  /** The unit that signs, below the name. */
  readonly unit?: string;
  /** Lines above the name, such as the State to which the entity belongs. */
  readonly letterhead?: readonly string[];
  /** Colour of rules and titles, `#rrggbb`; the sheet has its own where absent. */
  readonly colour?: string;
};

/** To whom a certificate is given; `document` as people write it, such as «Cédula de identidad 1234567-1A». */
export type Holder = { readonly name: string; readonly document?: string };

/** What somebody asks this module to issue. The same case and element always name the same certificate. */
export type CertificateRequest = {
  readonly entity: Issuer;
  readonly caseId: CaseId;
  /** Id of the element of the flow that asks. */
  readonly element: string;
  readonly procedure: { readonly id: string; readonly name: string; readonly version: string };
  /** Text of the procedure's certificate.typ, of the version the case runs on. */
  readonly template: string;
  readonly holder: Holder;
  /** The form's answers by field id, and results of earlier elements by their variable: what the template may print. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly results?: Readonly<Record<string, unknown>>;
  /** Norms that the procedure cites; a template may name its own instead. */
  readonly legalBasis?: readonly string[];
  /** Who decided, when a person did. */
  readonly signatory?: { readonly name: string; readonly position?: string };
  /** Last day of validity, included; absent where the certificate does not expire. */
  readonly validUntil?: LocalDate;
};

/** One line that the template printed and declared public. */
export type PublicFact = { readonly label: string; readonly value: string };

/** An issued certificate as the register keeps it. The code is its number: random, unique, never used again. */
export type Certificate = {
  readonly id: CertificateId;
  readonly entityId: EntityId;
  readonly entityName: string;
  readonly code: string;
  readonly caseId: CaseId;
  readonly element: string;
  readonly procedure: { readonly id: string; readonly name: string; readonly version: string };
  readonly holder: Holder;
  readonly title: string;
  readonly facts: readonly PublicFact[];
  readonly issuedAt: Date;
  readonly validUntil?: LocalDate;
  /** Of the sealed file, 64 hexadecimal digits: its name in the file store too. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of the sheet before it was sealed: rendering what is stored again gives it again. */
  readonly unsignedSha256: string;
  /** Who sealed it and which authority vouches for the seal, as the sheet says. */
  readonly seal: SealWords;
  readonly revocation?: Revocation;
};

/** Why and when a certificate stopped counting. `note` is for the entity; the public sees only the class of reason. */
export type Revocation = { readonly at: Date; readonly by: PersonId; readonly reason: RevocationReason; readonly note: string };
