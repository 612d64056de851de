import { X509Certificate } from 'node:crypto';
import type { Signer } from '@libpdf/core';
import type { Seal } from '../sealing.ts';

/** Splits a text of PEM certificates, in order: the seal's own first, then those that vouch for it. */
export const certificatesIn = (pem: string): X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((text) => new X509Certificate(text));

/** DER of a certificate, as the signing library wants it. */
export const derOf = (certificate: X509Certificate): Uint8Array => new Uint8Array(certificate.raw);

/** What the signing library must know of a certificate's key. Seals are RSA (PKCS#1 v1.5, as local verifiers expect) or ECDSA. */
export const signingKindOf = (certificate: X509Certificate): Pick<Signer, 'keyType' | 'signatureAlgorithm'> =>
  certificate.publicKey.asymmetricKeyType === 'ec'
    ? { keyType: 'EC', signatureAlgorithm: 'ECDSA' }
    : { keyType: 'RSA', signatureAlgorithm: 'RSASSA-PKCS1-v1_5' };

/** A seal of an entity around a signer, with the words that its sheets print: who seals, and which authority vouches for it. */
export function sealAround(subject: string, signer: Signer): Seal {
  const issuer = new X509Certificate(signer.certificate).issuer;
  const name = /^CN=(.*)$/m.exec(issuer)?.[1] ?? /^O=(.*)$/m.exec(issuer)?.[1] ?? issuer.replaceAll('\n', ', ');
  return { words: { subject, authority: `Certificado del sello emitido por ${name}.`, demonstration: false }, signer };
}
