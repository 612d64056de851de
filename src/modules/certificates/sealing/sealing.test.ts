import assert from 'node:assert/strict';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixedClock } from '#kernel/clock.ts';
import { exampleGiven, exampleNow, exampleTemplate, vanishingFolder } from '../fixtures/example.ts';
import { opensslVerdict, run, skipWithout } from '../fixtures/foreign.ts';
import { createRenderer } from '../rendering/renderer.ts';
import { findPdfSignatures } from '../verifying/pdf-signature.ts';
import { checkSeal } from '../verifying/seal-check.ts';
import { openDemonstration } from './demonstration/authority.ts';
import { sealPdf } from './seal-pdf.ts';

const folder = vanishingFolder();
const clock = fixedClock(exampleNow);
const sealing = await openDemonstration(join(folder, 'sellos'), clock);
const entity = { id: '0193f2a0-0000-7000-8000-000000000001', name: 'Gobierno Autónomo Departamental de Oruro' };
const { pdf } = createRenderer().render({ template: exampleTemplate, given: exampleGiven(), at: exampleNow });
const sealed = await sealPdf(pdf, await sealing.sealFor(entity), sealing, exampleNow);

const checkOf = async (bytes: Buffer, roots = sealing.roots) => {
  const signature = findPdfSignatures(bytes).at(-1);
  return signature && { ...(await checkSeal(signature, roots, exampleNow)), coversAll: signature.coversAll };
};

test('a sealed file keeps the sheet as it was and adds to it', () => {
  assert.ok(sealed.subarray(0, pdf.length).equals(pdf));
  assert.match(sealed.toString('latin1'), /<pdfaid:part>2<\/pdfaid:part>/);
  assert.match(sealed.toString('latin1'), /\/SubFilter\s*\/ETSI\.CAdES\.detached/);
});

test('its seal is whole, trusted, timed by the authority, and says that it is a demonstration', async () => {
  const check = await checkOf(sealed);
  assert.deepEqual({ intact: check?.intact, trusted: check?.trusted, coversAll: check?.coversAll, sealedAt: check?.sealedAt },
    { intact: true, trusted: true, coversAll: true, sealedAt: exampleNow });
  assert.match(check?.signer?.name ?? '', /^Gobierno Autónomo Departamental de Oruro \(DEMOSTRACIÓN\)$/);
  assert.match(check?.signer?.organization ?? '', /sin valor legal/);
});

test('a name too long for a certificate is cut between words, and says so', async () => {
  const agency = { id: '0193f2a0-0000-7000-8000-000000000002', name: 'Agencia Estatal de Medicamentos y Tecnologías en Salud' };
  const check = await checkOf(await sealPdf(pdf, await sealing.sealFor(agency), sealing, exampleNow));
  assert.equal(check?.signer?.name, 'Agencia Estatal de Medicamentos y Tecnologías… (DEMOSTRACIÓN)');
});

test('under other roots, or none, it is whole and not trusted, and its time is not proven', async () => {
  const stranger = await openDemonstration(join(folder, 'otros'), clock);
  for (const roots of [stranger.roots, []]) {
    const check = await checkOf(sealed, roots);
    assert.deepEqual([check?.intact, check?.trusted, check?.sealedAt], [true, false, undefined]);
  }
});

test('the authority of time cannot seal documents', async () => {
  const stamperFolder = join(folder, 'sellos');
  const { openKeyring } = await import('./demonstration/keyring.ts');
  const stamper = await (await openKeyring(stamperFolder)).keep('tiempo', () => assert.fail('it was made before'));
  const { CryptoKeySigner } = await import('@libpdf/core');
  const signer = new CryptoKeySigner(stamper.privateKey, stamper.certificate, 'EC', 'ECDSA', [...sealing.roots]);
  const check = await checkOf(await sealPdf(pdf, { words: { subject: 'x', authority: 'x', demonstration: true }, signer }, sealing, exampleNow));
  assert.deepEqual([check?.intact, check?.trusted], [true, false]);
});

// Where the signature itself stands; everything else of the file is what it signs.
const signatureText = /\/Contents\s*<[0-9a-fA-F]{1000,}>/.exec(sealed.toString('latin1'));
const outside = (at: number): boolean => signatureText === null || at < signatureText.index || at >= signatureText.index + signatureText[0].length;

test('any byte changed in what is signed leaves no whole seal over the whole file', async () => {
  assert.ok(signatureText, 'the signature is found');
  await fc.assert(fc.asyncProperty(fc.nat(sealed.length - 1).filter(outside), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
    const changed = Buffer.from(sealed);
    changed[at] = changed[at]! ^ flip;
    const check = await checkOf(changed);
    assert.ok(!(check?.trusted === true && check.coversAll && check.sealedAt !== undefined), `byte ${at}`);
  }), { numRuns: 60 });
});

// The signature carries parts that it does not sign, such as spare certificates: there the register tells the files apart, not the seal.
test('a byte changed in the signature itself never raises a fault, and zeros after it may not become something else', async () => {
  const from = signatureText?.index ?? 0, length = signatureText?.[0].length ?? 0;
  await fc.assert(fc.asyncProperty(fc.integer({ min: from, max: from + length - 1 }), async (at) => {
    const changed = Buffer.from(sealed);
    changed[at] = changed[at] === 0x30 ? 0x31 : 0x30;
    await checkOf(changed);
  }), { numRuns: 40 });
  const padded = Buffer.from(sealed);
  padded[from + length - 3] = 0x31;
  assert.notEqual((await checkOf(padded))?.coversAll, true, 'what hides behind the signature makes it none');
});

test('bytes that are no signature are read without a fault', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (noise) => {
    const hex = Buffer.from(noise).toString('hex');
    const head = '%PDF-1.7 /ByteRange [0 0030 0000 0000]';
    const file = Buffer.from(`${head.replace('0030', String(60)).padEnd(60)}<${hex}>fin`.replace('0000 0000', `${62 + hex.length} 3`));
    const signature = findPdfSignatures(file)[0];
    if (signature !== undefined) assert.equal((await checkSeal(signature, sealing.roots, exampleNow)).intact, false);
  }), { numRuns: 100 });
});

test('keys are made once, for the process’s own user alone, also by two that start together', async () => {
  const place = join(folder, 'juntos');
  const [one, two] = await Promise.all([openDemonstration(place, clock), openDemonstration(place, clock)]);
  assert.deepEqual(one.roots, two.roots);
  const seals = await Promise.all([one.sealFor(entity), two.sealFor(entity), one.sealFor({ ...entity, id: 'otra', name: 'Otra' })]);
  assert.deepEqual(seals[0]?.signer.certificate, seals[1]?.signer.certificate);
  assert.notDeepEqual(seals[0]?.signer.certificate, seals[2]?.signer.certificate);
  const files = readdirSync(place);
  assert.equal(files.length, 4);
  for (const file of files) assert.equal(statSync(join(place, file)).mode & 0o777, 0o600, file);
});

test('poppler finds the seal valid, over the whole document, and finds the change', skipWithout('pdfsig'), () => {
  const path = join(folder, 'sellado.pdf');
  writeFileSync(path, sealed);
  const said = run('pdfsig', [path]).said;
  for (const words of [/Signature is Valid/, /ETSI\.CAdES\.detached/, /Total document signed/]) assert.match(said, words);
  const changed = Buffer.from(sealed);
  changed[5_000]! ^= 1;
  writeFileSync(path, changed);
  assert.match(run('pdfsig', [path]).said, /Digest Mismatch/);
});

test('openssl verifies the seal to its root and sees the certificate reference and the time token', skipWithout('openssl'), async () => {
  const verdict = await opensslVerdict(folder, sealed, sealing.roots);
  assert.ok(verdict.ok, verdict.said);
  assert.match(verdict.structure, /id-smime-aa-signingCertificateV2/);
  assert.match(verdict.structure, /id-smime-aa-timeStampToken/);
  const changed = Buffer.from(sealed);
  changed[5_000]! ^= 1;
  assert.ok(!(await opensslVerdict(folder, changed, sealing.roots)).ok);
});
