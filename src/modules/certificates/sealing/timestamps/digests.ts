import type { DigestAlgorithm } from '@libpdf/core';

/** Object identifiers of the digests that a time stamp may be asked for (RFC 5754 §2). */
export const digestOid = {
  'SHA-256': '2.16.840.1.101.3.4.2.1', 'SHA-384': '2.16.840.1.101.3.4.2.2', 'SHA-512': '2.16.840.1.101.3.4.2.3',
} as const satisfies Record<DigestAlgorithm, string>;
