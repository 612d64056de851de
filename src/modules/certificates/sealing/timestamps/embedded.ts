import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import * as pki from 'pkijs';
import type { DigestAlgorithm, TimestampAuthority } from '@libpdf/core';
import { cryptoEngine } from '../../crypto-engine.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Keyed } from '../x509.ts';
import { digestOid } from './digests.ts';

/** An authority of time inside the process (RFC 3161), for demonstrations: it signs whatever the clock says. */
export function embeddedTimestamps(stamper: Keyed, chain: readonly Uint8Array[], clock: Clock): TimestampAuthority {
  const own = pki.Certificate.fromBER(stamper.certificate), issuers = chain.map((der) => pki.Certificate.fromBER(der));
  return { timestamp: (digest, algorithm) => tokenFor(tstInfo(digest, algorithm, clock.now()), stamper, own, issuers) };
}

// The arc 2.25 takes any UUID: a policy of our own that promises nothing.
const demonstrationPolicy = '2.25.219434498011834092183493812934';
const tstInfoType = '1.2.840.113549.1.9.16.1.4', signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';

function tstInfo(digest: Uint8Array, algorithm: DigestAlgorithm, at: Date): ArrayBuffer {
  const hashAlgorithm = new pki.AlgorithmIdentifier({ algorithmId: digestOid[algorithm], algorithmParams: new Null() });
  const info = new pki.TSTInfo({
    version: 1, policy: demonstrationPolicy, genTime: at,
    messageImprint: new pki.MessageImprint({ hashAlgorithm, hashedMessage: new OctetString({ valueHex: new Uint8Array(digest) }) }),
    serialNumber: new Integer({ valueHex: Buffer.concat([Buffer.from([0x40]), randomBytes(15)]) }),
  });
  return info.toSchema().toBER();
}

async function tokenFor(content: ArrayBuffer, stamper: Keyed, own: pki.Certificate, issuers: readonly pki.Certificate[]): Promise<Uint8Array> {
  const signed = new pki.SignedData({
    version: 3, certificates: [own, ...issuers],
    encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: tstInfoType, eContent: new OctetString({ valueHex: content }) }),
    signerInfos: [new pki.SignerInfo({
      version: 1, sid: new pki.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
      signedAttrs: new pki.SignedAndUnsignedAttributes({ type: 0, attributes: await attributes(content, stamper.certificate) }),
    })],
  });
  await signed.sign(stamper.privateKey, 0, 'SHA-256', content, cryptoEngine);
  const token = new pki.ContentInfo({ contentType: pki.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(token.toSchema().toBER());
}

// Content type, digest of the content, and which certificate signs (RFC 5816), without which foreign verifiers refuse the token.
async function attributes(content: ArrayBuffer, certificate: Uint8Array): Promise<pki.Attribute[]> {
  const digest = await webcrypto.subtle.digest('SHA-256', content);
  const certificateHash = new OctetString({ valueHex: createHash('sha256').update(certificate).digest() });
  const reference = new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [certificateHash] })] })] });
  return [
    new pki.Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: tstInfoType })] }),
    new pki.Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: digest })] }),
    new pki.Attribute({ type: signingCertificateV2, values: [reference] }),
  ];
}
