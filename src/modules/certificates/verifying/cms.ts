import { fromBER } from 'asn1js';
import * as pki from 'pkijs';
import { cryptoEngine } from '../crypto-engine.ts';
import { straightChain } from './straight-chain.ts';

/** Reads CMS SignedData (RFC 5652); only zeros may follow it, which is how a PDF fills the room it kept. `undefined` where it is none. */
export function parseSignedData(bytes: Uint8Array): pki.SignedData | undefined {
  try {
    const { offset, result } = fromBER(arrayBuffer(bytes));
    if (offset === -1 || bytes.subarray(offset).some((byte) => byte !== 0)) return undefined;
    return new pki.SignedData({ schema: new pki.ContentInfo({ schema: result }).content });
  } catch { return undefined; } // bytes of a stranger that are no CMS are no bug: that is the answer
}

/** What to check of the first signer. */
export type CmsQuestion = {
  readonly data: Uint8Array; readonly trustedCerts: readonly pki.Certificate[]; readonly checkDate?: Date; readonly checkChain: boolean;
};

/** What the library found out, also where it refused; `undefined` where it could not even begin, or the certificates lead nowhere. */
export async function verifySigner(signed: pki.SignedData, asked: CmsQuestion): Promise<pki.SignedDataVerifyResult | undefined> {
  if (!asked.checkChain) return verify(signed, asked);
  const signer = (await verify(signed, { ...asked, checkChain: false }))?.signerCertificate;
  const chain = signer && straightChain(signer, (signed.certificates ?? []).filter((one) => one instanceof pki.Certificate));
  if (!chain) return undefined;
  // What else it carries vouches for nobody here, and is not shown to the library.
  signed.certificates = chain;
  return verify(signed, asked);
}

async function verify(signed: pki.SignedData, asked: CmsQuestion): Promise<pki.SignedDataVerifyResult | undefined> {
  const { data, trustedCerts, checkDate, checkChain } = asked;
  const params = { signer: 0, data: arrayBuffer(data), trustedCerts: [...trustedCerts], checkChain, ...(checkDate === undefined ? {} : { checkDate }) };
  try { return await signed.verify({ ...params, extendedMode: true }, cryptoEngine); } catch (caught) {
    if (!(caught instanceof pki.SignedDataVerifyError)) return undefined;
    const { message, date, code, signerCertificate, signerCertificateVerified } = caught;
    return { message, date, code, signatureVerified: false, signerCertificate, signerCertificateVerified, certificatePath: [] };
  }
}

const timeStamping = '1.3.6.1.5.5.7.3.8', extendedKeyUsage = '2.5.29.37';

/** Whether a certificate is for stamping time: such a one may say when, and may never seal a document. */
export function isTimestamper(certificate: pki.Certificate | null | undefined): boolean {
  const usage: unknown = certificate?.extensions?.find((extension) => extension.extnID === extendedKeyUsage)?.parsedValue;
  return usage instanceof pki.ExtKeyUsage && usage.keyPurposes.includes(timeStamping);
}

// A copy of the bytes in a buffer of their own, as the library wants them.
const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
