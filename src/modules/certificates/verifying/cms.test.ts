import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Integer, Utf8String } from 'asn1js';
import * as pki from 'pkijs';
import { cryptoEngine } from '../crypto-engine.ts';
import { verifySigner } from './cms.ts';

// One key for everybody, as somebody has who only wants to keep us busy.
const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
const data = Buffer.from('firmado');
let serial = 0;

async function vouched(subject: string, issuer: string): Promise<pki.Certificate> {
  const made = new pki.Certificate({ version: 2, serialNumber: new Integer({ value: ++serial }) });
  const named = (value: string) => new pki.AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value }) });
  made.subject.typesAndValues.push(named(subject));
  made.issuer.typesAndValues.push(named(issuer));
  made.notBefore.value = new Date('2020-01-01');
  made.notAfter.value = new Date('2040-01-01');
  made.extensions = [new pki.Extension({ extnID: '2.5.29.19', critical: true, extnValue: new pki.BasicConstraints({ cA: true }).toSchema().toBER() })];
  await made.subjectPublicKeyInfo.importKey(keys.publicKey, cryptoEngine);
  await made.sign(keys.privateKey, 'SHA-256', cryptoEngine);
  return made;
}

/** Something that was signed by the first of some certificates and carries them all; each is «subject < issuer». */
async function signedWith(...said: readonly string[]): Promise<pki.SignedData> {
  const certificates = await Promise.all(said.map((one) => vouched(one.split(' < ')[0] ?? '', one.split(' < ')[1] ?? '')));
  const { issuer, serialNumber } = certificates[0] ?? assert.fail('somebody signs');
  const signed = new pki.SignedData({
    version: 1, encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }), certificates,
    signerInfos: [new pki.SignerInfo({ version: 1, sid: new pki.IssuerAndSerialNumber({ issuer, serialNumber }) })],
  });
  await signed.sign(keys.privateKey, 0, 'SHA-256', data, cryptoEngine);
  return signed;
}

const rows: readonly (readonly [what: string, carried: readonly string[], isTrusted: boolean])[] = [
  ['lead to a root', ['firma < intermedia', 'intermedia < raíz'], true],
  ['lead to a root, among others', ['firma < intermedia', 'otra < firma', 'intermedia < raíz'], true],
  ['lead nowhere', ['firma < intermedia'], false],
  ['vouch for each other in a circle', ['firma < una', 'una < otra', 'otra < una'], false],
  ['come back to the signer', ['firma < una', 'una < firma'], false],
  ['go on without end', ['n0 < n1', ...Array.from({ length: 30 }, (_, at) => `n${at + 1} < n${at + 2}`)], false],
];

for (const [what, carried, isTrusted] of rows) {
  test(`certificates that ${what} are ${isTrusted ? 'believed' : 'not believed, soon'}`, async () => {
    const root = await vouched('raíz', 'raíz'), asked = { data, trustedCerts: [root], checkDate: new Date('2026-11-20') };
    assert.equal((await verifySigner(await signedWith(...carried), { ...asked, checkChain: false }))?.signatureVerified, true);
    const proof = await Promise.race([verifySigner(await signedWith(...carried), { ...asked, checkChain: true }), pause(5_000, 'never' as const, { ref: false })]);
    assert.notEqual(proof, 'never');
    assert.equal(proof !== 'never' && proof?.signatureVerified === true && proof.signerCertificateVerified === true, isTrusted);
  });
}
