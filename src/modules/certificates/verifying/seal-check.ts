import { createHash } from 'node:crypto';
import { OctetString, Sequence } from 'asn1js';
import * as pki from 'pkijs';
import { isTimestamper, parseSignedData, verifySigner } from './cms.ts';
import type { PdfSignature } from './pdf-signature.ts';
import { timestampOf } from './timestamp-check.ts';
import { namesOf } from './x509-names.ts';
import type { SignerNames } from './x509-names.ts';

/** What a signature proves. */
export type SealCheck = {
  /** The signed bytes are those that were signed, by the key of the certificate that the signature names. */
  readonly intact: boolean;
  /** Also, that certificate leads to one of our roots and was valid at the time. */
  readonly trusted: boolean;
  readonly signer?: SignerNames;
  /** When an authority of time that leads to our roots saw the signature; absent where none did. */
  readonly sealedAt?: Date;
};

/** Checks one signature of a PDF against the roots (DER). `now` counts only where no proven time is inside. Never throws for what is in the file. */
export async function checkSeal(signature: PdfSignature, roots: readonly Uint8Array[], now: Date): Promise<SealCheck> {
  const signed = parseSignedData(signature.cms);
  if (signed === undefined) return { intact: false, trusted: false };
  const trustedCerts = roots.map((der) => pki.Certificate.fromBER(der));
  const sealedAt = await timestampOf(signed, trustedCerts);
  const asked = { data: signature.signed, trustedCerts, checkDate: sealedAt ?? now };
  const proof = await verifySigner(signed, { ...asked, checkChain: false });
  const signer = proof?.signerCertificate ?? undefined;
  const intact = proof?.signatureVerified === true && signer !== undefined && namesItsCertificate(signed, signer);
  const chain = intact && !isTimestamper(signer) ? await verifySigner(signed, { ...asked, checkChain: true }) : undefined;
  return {
    intact, trusted: chain?.signatureVerified === true && chain.signerCertificateVerified === true,
    ...(signer === undefined ? {} : { signer: namesOf(signer) }), ...(sealedAt === undefined ? {} : { sealedAt }),
  };
}

const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';
const hashBySize: Readonly<Record<number, string>> = { 32: 'sha256', 48: 'sha384', 64: 'sha512' };

// PAdES binds a signature to its certificate by the certificate's hash (RFC 5035): no other one with the same key can take its place.
function namesItsCertificate(signed: pki.SignedData, signer: pki.Certificate): boolean {
  const value: unknown = signed.signerInfos[0]?.signedAttrs?.attributes.find((attribute) => attribute.type === signingCertificateV2)?.values[0];
  const reference = firstChild(firstChild(value));
  const hash = reference instanceof Sequence ? reference.valueBlock.value.find((part) => part instanceof OctetString) : undefined;
  if (!(hash instanceof OctetString)) return false;
  const named = hash.valueBlock.valueHexView;
  const algorithm = hashBySize[named.length];
  return algorithm !== undefined && createHash(algorithm).update(Buffer.from(signer.toSchema().toBER())).digest().equals(named);
}

const firstChild = (value: unknown): unknown => (value instanceof Sequence ? value.valueBlock.value[0] : undefined);
