import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fixedClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { exampleGiven, exampleNow, exampleTemplate, vanishingFolder } from '../../fixtures/example.ts';
import { isInstalled, opensslVerdict, run } from '../../fixtures/foreign.ts';
import { openTimeServer } from '../../fixtures/time-server.ts';
import { createRenderer } from '../../rendering/renderer.ts';
import { openSealing } from '../open-sealing.ts';
import { sealPdf } from '../seal-pdf.ts';

// Keys, certificates and an authority of time made by openssl: everything here belongs to somebody else.
const folder = vanishingFolder();
const openssl = { skip: isInstalled('openssl') ? false : 'openssl is not installed on this machine' };
const tokens = '/usr/lib/softhsm/libsofthsm2.so';
const driver = await import('pkcs11js').then(() => true, () => false);
const device = { skip: !isInstalled('softhsm2-util') || !isInstalled('openssl') ? 'softhsm2 is not installed on this machine' : driver ? false : 'pkcs11js is not built on this machine' };
const { pdf } = createRenderer().render({ template: exampleTemplate, given: exampleGiven(), at: exampleNow });
const entity = { id: 'aduana', name: 'Aduana Nacional' };

const must = (program: string, args: readonly string[]): void => {
  const { ok, said } = run(program, args, folder);
  assert.ok(ok, `${program} ${args.join(' ')}: ${said}`);
};

if (openssl.skip === false) {
  const days = ['-days', '3650'];
  must('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'raiz.key', '-out', 'raiz.pem', '-subj', '/C=BO/CN=Raiz de prueba', ...days]);
  const issue = (name: string, newkey: readonly string[], extension: string): void => {
    writeFileSync(join(folder, `${name}.ext`), extension);
    must('openssl', ['req', '-newkey', ...newkey, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/C=BO/O=Entidad de prueba/CN=${name}`]);
    must('openssl', ['x509', '-req', '-in', `${name}.csr`, '-CA', 'raiz.pem', '-CAkey', 'raiz.key', '-CAcreateserial', '-out', `${name}.crt`, '-extfile', `${name}.ext`, ...days]);
  };
  issue('sello-rsa', ['rsa:3072'], 'keyUsage=critical,digitalSignature,nonRepudiation');
  issue('sello-ec', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'keyUsage=critical,digitalSignature,nonRepudiation');
  issue('tiempo', ['rsa:2048'], 'extendedKeyUsage=critical,timeStamping');
  for (const kind of ['rsa', 'ec']) {
    must('openssl', ['pkcs12', '-export', '-inkey', `sello-${kind}.key`, '-in', `sello-${kind}.crt`, '-certfile', 'raiz.pem', '-out', `${kind}.p12`, '-passout', 'pass:secreto']);
    must('bash', ['-c', `cat sello-${kind}.key sello-${kind}.crt raiz.pem > ${kind}.pem`]);
    must('bash', ['-c', `cat sello-${kind}.crt raiz.pem > ${kind}-cadena.pem`]);
  }
  writeFileSync(join(folder, 'clave'), 'secreto\n');
  writeFileSync(join(folder, 'pin'), '1234\n');
}

/** Writes a settings file and opens it; each test says only its one seal. */
async function sealingWith(seal: string, timestamp: string) {
  const file = join(folder, `sellos-${Math.abs(hash(seal))}.yaml`);
  writeFileSync(file, `timestamp: ${timestamp}\nroots: raiz.pem\nseals:\n  - { ${seal} }\n`);
  return openSealing({ dataFolder: folder, settingsFile: file }, fixedClock(exampleNow));
}
const hash = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

async function seals(seal: string): Promise<void> {
  await using server = await openTimeServer(folder);
  const sealing = await sealingWith(seal, server.address);
  const words = (await sealing.sealFor(entity)).words;
  assert.deepEqual(words, { subject: 'Aduana Nacional', authority: 'Certificado del sello emitido por Raiz de prueba.', demonstration: false });
  const sealed = await sealPdf(pdf, await sealing.sealFor(entity), sealing, new Date());
  const verdict = await opensslVerdict(folder, sealed, sealing.roots);
  assert.ok(verdict.ok, verdict.said);
  assert.match(verdict.structure, /id-smime-aa-timeStampToken/);
}

test('PKCS#12 with an RSA key and a real authority of time', openssl, () => seals('entity: "*", kind: file, path: rsa.p12, passphrase-file: clave'));
test('PKCS#12 with an elliptic key', openssl, () => seals('entity: aduana, kind: file, path: ec.p12, passphrase-file: clave'));
test('PEM with an RSA key', openssl, () => seals('entity: "*", kind: file, path: rsa.pem'));
test('PEM with an elliptic key', openssl, () => seals('entity: "*", kind: file, path: ec.pem'));

const pkcs11 = (key: string, token = 'ventanilla', pinFile = 'pin') =>
  `entity: "*", kind: pkcs11, library: ${tokens}, token: ${token}, key: ${key}, pin-file: ${pinFile}, certificates: ${key}-cadena.pem`;

if (device.skip === false) {
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(join(folder, 'softhsm2.conf'), `directories.tokendir = ${join(folder, 'tokens')}\n`);
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf');
  must('softhsm2-util', ['--init-token', '--free', '--label', 'ventanilla', '--pin', '1234', '--so-pin', '5678']);
  for (const [kind, id] of [['rsa', 'a1'], ['ec', 'a2']] as const) {
    must('openssl', ['pkcs8', '-topk8', '-nocrypt', '-in', `sello-${kind}.key`, '-out', `${kind}.p8`]);
    must('softhsm2-util', ['--import', `${kind}.p8`, '--token', 'ventanilla', '--label', kind, '--id', id, '--pin', '1234']);
  }
}

// First of these, because a token that one key has opened stays open for the whole process.
test('a wrong PIN', device, () => refuses(pkcs11('rsa', 'ventanilla', 'clave'), 'certificates.pkcs11_not_ready'));
test('a key inside a device (PKCS#11), RSA', device, () => seals(pkcs11('rsa')));
test('a key inside a device (PKCS#11), elliptic, in the same token', device, () => seals(pkcs11('ec')));
test('a device signs one thing at a time however many are asked', device, async () => {
  await using server = await openTimeServer(folder);
  const sealing = await sealingWith(pkcs11('rsa'), server.address);
  const seal = await sealing.sealFor(entity);
  const all = await Promise.all(Array.from({ length: 5 }, () => sealPdf(pdf, seal, sealing, new Date())));
  assert.equal(all.length, 5);
});

async function refuses(seal: string, code: string, timestamp = 'http://127.0.0.1:9/'): Promise<void> {
  const attempt = async () => {
    const sealing = await sealingWith(seal, timestamp);
    await sealPdf(pdf, await sealing.sealFor(entity), sealing, new Date());
  };
  await assert.rejects(attempt, (caught) => isRefusal(caught, code));
}

test('a token that is not there', device, () => refuses(pkcs11('rsa', 'otro'), 'certificates.pkcs11_not_ready'));
for (const [name, seal, code] of [
  ['a wrong passphrase', 'entity: "*", kind: file, path: rsa.p12, passphrase-file: pin', 'certificates.seal_file_unusable'],
  ['a file that is not there', 'entity: "*", kind: file, path: nada.p12', 'certificates.seal_file_unusable'],
  ['a PEM without its key', 'entity: "*", kind: file, path: sello-rsa.crt', 'certificates.seal_file_unusable'],
  ['an entity without a seal', 'entity: migracion, kind: file, path: rsa.pem', 'certificates.no_seal'],
  ['an unknown kind of key', 'entity: "*", kind: nube, path: rsa.pem', 'certificates.settings_unusable'],
  ['a file of seals with a missing line', 'kind: file, path: rsa.pem', 'certificates.settings_unusable'],
  ['an authority of time that does not answer', 'entity: "*", kind: file, path: rsa.pem', 'certificates.timestamp_unavailable'],
] as const) test(`is refused in a sentence: ${name}`, openssl, () => refuses(seal, code));

for (const fault of ['refusal', 'other digest', 'other nonce', 'noise', 'too much', 'http error'] as const) {
  test(`an authority of time that answers with ${fault} is not believed`, openssl, async () => {
    await using server = await openTimeServer(folder, fault);
    await refuses('entity: "*", kind: file, path: rsa.pem', 'certificates.timestamp_unavailable', server.address);
  });
}
