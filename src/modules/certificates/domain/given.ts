import { localDateOf, sayDay } from '#kernel/clock.ts';
import { checkPath } from './code.ts';
import type { CertificateRequest } from './certificate.ts';
import type { SealWords } from './seal-words.ts';

/** What a certificate gets besides its request, at the moment it is issued. */
export type Issuing = { readonly code: string; readonly issuedAt: Date; readonly origin: string; readonly seal: SealWords };

/** Everything the sheet shows, as plain JSON: stored with the certificate, so that the same sheet can be made again. */
export type Given = Readonly<Record<string, unknown>> & { readonly code: string; readonly url: string };

/** Turns a request into what the sheet is given: dates in words, the address to check, no value that JSON cannot carry. */
export function givenFrom(request: CertificateRequest, issuing: Issuing): Given {
  const url = new URL(checkPath(issuing.code), issuing.origin).href;
  const { id: _, ...entity } = request.entity;
  return {
    code: issuing.code, url, urlShown: url.replace(/^https?:\/\//, ''),
    issuedOn: sayDay(localDateOf(issuing.issuedAt)),
    ...(request.validUntil === undefined ? {} : { validUntil: sayDay(request.validUntil) }),
    entity, procedure: request.procedure, holder: request.holder,
    answers: request.answers, results: request.results ?? {}, legalBasis: request.legalBasis ?? [],
    ...(request.signatory === undefined ? {} : { signatory: request.signatory }),
    seal: { subject: issuing.seal.subject, authority: issuing.seal.authority },
    demonstration: issuing.seal.demonstration,
  };
}
