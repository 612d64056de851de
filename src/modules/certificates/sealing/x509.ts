import { webcrypto } from 'node:crypto';
import { Set as Asn1Set, BitString, Integer, ObjectIdentifier, OctetString, PrintableString, Sequence, Utf8String } from 'asn1js';
import * as pki from 'pkijs';
import { cryptoEngine } from '../crypto-engine.ts';

/** Name of a holder or issuer: country, organisation, common name. */
export type X509Name = { readonly country: string; readonly organization: string; readonly commonName: string };

/** What a certificate is for. */
export type X509Use = 'authority' | 'seal' | 'timestamp';

/** A key with its certificate (DER). */
export type Keyed = { readonly privateKey: webcrypto.CryptoKey; readonly certificate: Uint8Array };

/** An order for a certificate; without `issuer` it signs itself. Validity in whole days from `from`. */
export type X509Order = {
  readonly subject: X509Name; readonly use: X509Use; readonly issuer?: Keyed; readonly from: Date; readonly days: number;
};

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Makes a new ECDSA P-256 key and an X.509 v3 certificate for it (RFC 5280). */
export async function issueX509(order: X509Order): Promise<Keyed> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const issuer = order.issuer && pki.Certificate.fromBER(order.issuer.certificate);
  const certificate = new pki.Certificate({ version: 2, serialNumber: randomSerial() });
  certificate.subject = toName(order.subject);
  certificate.issuer = issuer?.subject ?? certificate.subject;
  certificate.notBefore.value = order.from;
  certificate.notAfter.value = new Date(order.from.getTime() + order.days * 86_400_000);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, cryptoEngine);
  certificate.extensions = await extensionsOf(order.use, certificate, issuer ?? certificate);
  await certificate.sign(order.issuer?.privateKey ?? keys.privateKey, 'SHA-256', cryptoEngine);
  return { privateKey: keys.privateKey, certificate: new Uint8Array(certificate.toSchema(true).toBER()) };
}

// Positive and unpredictable: 16 random bytes under a zero bit (RFC 5280 §4.1.2.2).
function randomSerial(): Integer {
  const bytes = webcrypto.getRandomValues(Buffer.alloc(16));
  bytes[0] = (bytes.readUInt8(0) & 0x7f) | 0x40;
  return new Integer({ valueHex: bytes });
}

// One attribute in each relative name, as everybody reads them; the library by itself would make one name of all three.
function toName(said: X509Name): pki.RelativeDistinguishedNames {
  const part = (type: string, value: PrintableString | Utf8String) =>
    new Asn1Set({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), value] })] });
  return pki.RelativeDistinguishedNames.fromBER(new Sequence({ value: [
    part('2.5.4.6', new PrintableString({ value: said.country })),
    part('2.5.4.10', new Utf8String({ value: said.organization })),
    part('2.5.4.3', new Utf8String({ value: said.commonName })),
  ] }).toBER());
}

// Bits of KeyUsage from the left: digitalSignature 0, nonRepudiation 1, keyCertSign 5, cRLSign 6.
const keyUsageBits = { authority: 0b0000_0110, seal: 0b1100_0000, timestamp: 0b1000_0000 } as const satisfies Record<X509Use, number>;
const unusedBits = { authority: 1, seal: 6, timestamp: 7 } as const satisfies Record<X509Use, number>;
const timeStamping = '1.3.6.1.5.5.7.3.8';

async function extensionsOf(use: X509Use, certificate: pki.Certificate, issuer: pki.Certificate): Promise<pki.Extension[]> {
  const extension = (extnID: string, critical: boolean, value: { toBER: () => ArrayBuffer }) =>
    new pki.Extension({ extnID, critical, extnValue: value.toBER() });
  const usage = new BitString({ valueHex: new Uint8Array([keyUsageBits[use]]), unusedBits: unusedBits[use] });
  return [
    extension('2.5.29.19', true, new pki.BasicConstraints(use === 'authority' ? { cA: true, pathLenConstraint: 0 } : {}).toSchema()),
    extension('2.5.29.15', true, usage),
    extension('2.5.29.14', false, new OctetString({ valueHex: await keyId(certificate) })),
    extension('2.5.29.35', false, new pki.AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: await keyId(issuer) }) }).toSchema()),
    ...(use === 'timestamp' ? [extension('2.5.29.37', true, new pki.ExtKeyUsage({ keyPurposes: [timeStamping] }).toSchema())] : []),
  ];
}

const keyId = (certificate: pki.Certificate): Promise<ArrayBuffer> =>
  webcrypto.subtle.digest('SHA-1', new Uint8Array(certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView));
