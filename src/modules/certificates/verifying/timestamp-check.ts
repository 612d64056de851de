import type { Certificate, SignedData } from 'pkijs';
import { Sequence } from 'asn1js';
import { isTimestamper, parseSignedData, verifySigner } from './cms.ts';

const timestampToken = '1.2.840.113549.1.9.16.2.14';

/**
 * When the signature was seen by an authority of time (RFC 3161 token among the unsigned attributes). `undefined` where there is no
 * token, or it speaks of another signature, or doesn't lead to a root, or its certificate is for something else.
 */
export async function timestampOf(signed: SignedData, trustedCerts: readonly Certificate[]): Promise<Date | undefined> {
  const signer = signed.signerInfos[0];
  const value: unknown = signer?.unsignedAttrs?.attributes.find((attribute) => attribute.type === timestampToken)?.values[0];
  const token = value instanceof Sequence ? parseSignedData(new Uint8Array(value.toBER())) : undefined;
  if (signer === undefined || token === undefined) return undefined;
  const proof = await verifySigner(token, { data: signer.signature.valueBlock.valueHexView, trustedCerts, checkChain: true });
  const proven = proof?.signatureVerified === true && proof.signerCertificateVerified === true && isTimestamper(proof.signerCertificate);
  return proven ? proof.date : undefined;
}
