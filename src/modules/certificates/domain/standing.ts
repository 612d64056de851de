import { addDays, localDateOf } from '#kernel/clock.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Certificate } from './certificate.ts';

/** Whether a certificate counts on a day: `valid`, `expired` after its last day, or `revoked` from the moment it is. */
export type Standing = 'valid' | 'expired' | 'revoked';

/** As people read it. */
export const standingLabel = { valid: 'Vigente', expired: 'Vencido', revoked: 'Revocado' } as const satisfies Record<Standing, string>;

type Dated = Pick<Certificate, 'validUntil' | 'revocation'>;

/** The standing at an instant. The last day of validity counts whole, in Bolivian time; a revocation outlives an expiry. */
export function standingAt(certificate: Dated, now: Date): Standing {
  if (certificate.revocation !== undefined) return 'revoked';
  return certificate.validUntil !== undefined && localDateOf(now) > certificate.validUntil ? 'expired' : 'valid';
}

// Days before the last day on which holders are told and may ask for renewal.
const renewalDays = 30;

/** When and whether a certificate may be renewed; `undefined` where it does not expire or was revoked. */
export type Renewal = { readonly from: LocalDate; readonly until: LocalDate; readonly open: boolean };

/** The window of renewal: the last thirty days of validity. It stays open after expiry, since only renewing mends that. */
export function renewalAt(certificate: Dated, now: Date): Renewal | undefined {
  if (certificate.validUntil === undefined || certificate.revocation !== undefined) return undefined;
  const from = addDays(certificate.validUntil, -renewalDays);
  return { from, until: certificate.validUntil, open: localDateOf(now) >= from };
}
