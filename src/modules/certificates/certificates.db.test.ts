import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import type { Person } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { freshDatabase } from '#support/database.ts';
import { createCertificates } from './certificates.ts';
import type { Certificate, CertificateRequest } from './domain/certificate.ts';
import type { Verdict } from './domain/verdict.ts';
import { dayOf, exampleNow, exampleRequest, exampleTemplate, memoryFiles, vanishingFolder } from './fixtures/example.ts';
import { openDemonstration } from './sealing/demonstration/authority.ts';

const { db, close } = await freshDatabase();
after(close);
const folder = vanishingFolder();
const sealing = await openDemonstration(join(folder, 'sellos'), fixedClock(exampleNow));
const files = memoryFiles();
const certificates = createCertificates({ sealing, files, origin: () => 'https://ventanilla.example.bo' });

const issue = (changes: Partial<CertificateRequest> = {}): Promise<Certificate> => certificates.issue(db, exampleRequest(changes), exampleNow);
const fileOf = async (certificate: Certificate): Promise<Buffer> => (await certificates.openFile(db, certificate.id)).bytes;
const officerOf = ({ entityId }: Pick<Certificate, 'entityId'>): Person =>
  ({ id: newId<'person'>(), kind: 'officer', name: 'Rosa Mamani', roles: ['supervisor'], units: [], entityId });
const revoke = (certificate: Certificate, changes: { by?: Person; reason?: string; note?: string } = {}): Promise<Certificate> =>
  certificates.revoke(db, { certificateId: certificate.id, by: officerOf(certificate), reason: 'false_statement', note: 'La inspección mostró otra dirección.', ...changes }, exampleNow);
const outbox = (id: string) => db.rows<{ topic: string; runAt: Date; payload: Record<string, unknown> }>(
  `select topic, run_at as "runAt", payload from kernel.outbox where payload->>'certificateId' = $1 order by topic`, [id]);

test('what is issued is found by id, code and case, and its file opens the same every time', async () => {
  const certificate = await issue();
  assert.deepEqual(await certificates.find(db, certificate.id), certificate);
  assert.deepEqual(await certificates.findByCode(db, certificate.code.toLowerCase().replaceAll('-', ' ')), certificate);
  assert.deepEqual(await certificates.findByCase(db, certificate.caseId), [certificate]);
  const first = await certificates.openFile(db, certificate.id);
  assert.ok((await fileOf(certificate)).equals(first.bytes));
  assert.equal(first.filename, `${certificate.code}.pdf`);
});

test('the same case and element give the same certificate, one after another and all at once', async () => {
  const request = exampleRequest();
  const all = await Promise.all([1, 2, 3, 4].map(() => certificates.issue(db, request, exampleNow)));
  all.push(await certificates.issue(db, { ...request, holder: { name: 'Otra Persona' } }, new Date('2027-01-01T00:00:00Z')));
  assert.equal(new Set(all.map((one) => one.sha256)).size, 1);
  assert.equal((await outbox(all[0]!.id)).length, 2);
});

test('another element of the case gets its own code; codes never repeat', async () => {
  const request = exampleRequest();
  const all = [await certificates.issue(db, request, exampleNow), await certificates.issue(db, { ...request, element: 'otro' }, exampleNow)];
  assert.equal(new Set(all.map((one) => one.code)).size, 2);
  assert.equal((await certificates.findByCase(db, request.caseId)).length, 2);
});

test('what is stored prints the very sheet that was sealed', async () => {
  const certificate = await issue();
  assert.equal(await certificates.printsTheSame(db, certificate.id), true);
  await db.rows(`update certificates.certificate set given = jsonb_set(given::jsonb, '{holder,name}', '"Otra Persona"')::json where id = $1`, [certificate.id]);
  assert.equal(await certificates.printsTheSame(db, certificate.id), false);
});

test('issuing announces itself now, and its expiry thirty days ahead at eight in the morning', async () => {
  const [expiring, issued] = await outbox((await issue({ validUntil: dayOf('2028-11-20') })).id);
  assert.equal(issued?.topic, 'certificates.issued');
  assert.equal(expiring?.runAt.toISOString(), '2028-10-21T12:00:00.000Z');
  assert.equal(expiring?.payload['validUntil'], '2028-11-20');
});

for (const [name, validUntil] of [['no end', undefined], ['an end within thirty days', dayOf('2026-12-01')]] as const)
  test(`a certificate with ${name} announces no expiry`, async () => {
    const { validUntil: _, ...request } = exampleRequest();
    const certificate = await certificates.issue(db, { ...request, ...(validUntil === undefined ? {} : { validUntil }) }, exampleNow);
    assert.deepEqual((await outbox(certificate.id)).map((one) => one.topic), ['certificates.issued']);
  });

test('a revocation is kept with its author, announced, and takes back the announcement of expiry', async () => {
  const certificate = await issue();
  const revoked = await revoke(certificate);
  assert.deepEqual(await certificates.find(db, certificate.id), revoked);
  assert.deepEqual((await outbox(certificate.id)).map((one) => one.topic), ['certificates.issued', 'certificates.revoked']);
  const [entry] = await db.rows<{ action: string }>('select action from kernel.audit where subject = $1', [`certificate:${certificate.id}`]);
  assert.equal(entry?.action, 'certificates.revoke');
});

const revocationRefused = async (changes: Parameters<typeof revoke>[1], code: string): Promise<void> => {
  const certificate = await issue();
  await assert.rejects(revoke(certificate, changes), (caught) => isRefusal(caught, code));
  assert.equal((await certificates.find(db, certificate.id))?.revocation, undefined);
};
test('a revocation without words is refused', () => revocationRefused({ note: '  ' }, 'certificates.note_missing'));
test('a revocation for no known reason is refused', () => revocationRefused({ reason: 'porque sí' }, 'certificates.reason_unknown'));
test('an officer of another entity does not find it', () => revocationRefused({ by: officerOf({ entityId: newId<'entity'>() }) }, 'certificates.not_found'));
test('it is revoked once, also when two ask at the same time', async () => {
  const certificate = await issue();
  const outcomes = await Promise.allSettled([revoke(certificate), revoke(certificate)]);
  const refused = outcomes.filter((one) => one.status === 'rejected');
  assert.equal(refused.length, 1);
  assert.ok(isRefusal(refused[0]?.reason, 'certificates.already_revoked'));
});

test('a template that fails leaves nothing behind', async () => {
  const request = exampleRequest({ template: exampleTemplate.replace('answers.camas', 'answers.cama') });
  const kept = files.kept.size;
  await assert.rejects(certificates.issue(db, request, exampleNow), (caught) => isRefusal(caught, 'certificates.template_failed'));
  assert.deepEqual(await certificates.findByCase(db, request.caseId), []);
  assert.equal(files.kept.size, kept);
});

const verdictOf = async (bytes: Buffer, at = exampleNow): Promise<string> => said(await certificates.checkFile(db, bytes, at));
const said = (verdict: Verdict): string => (verdict.kind === 'authentic' ? verdict.standing : verdict.kind);

test('the file itself: valid, then expired, then revoked', async () => {
  const certificate = await issue({ validUntil: dayOf('2028-11-20') });
  const bytes = await fileOf(certificate);
  assert.equal(await verdictOf(bytes), 'valid');
  assert.equal(await verdictOf(bytes, new Date('2028-11-20T23:59:00-04:00')), 'valid');
  assert.equal(await verdictOf(bytes, new Date('2028-11-21T00:00:00-04:00')), 'expired');
  await revoke(certificate);
  assert.equal(await verdictOf(bytes), 'revoked');
});

test('one byte changed anywhere: altered, whatever byte it is', async () => {
  const bytes = await fileOf(await issue());
  for (const at of [9, 700, 5_000, Math.floor(bytes.length / 2), bytes.length - 800, bytes.length - 20_000, bytes.length - 2]) {
    const changed = Buffer.from(bytes);
    changed[at]! ^= 1;
    assert.equal(await verdictOf(changed), 'altered', `byte ${at}`);
  }
});

test('something added after the seal: extended, and still traced to its document', async () => {
  const certificate = await issue();
  const bytes = await fileOf(certificate);
  const verdict = await certificates.checkFile(db, Buffer.concat([bytes, Buffer.from('\n% algo más\n')]), exampleNow);
  assert.equal(verdict.kind, 'extended');
  const document = await PDF.load(bytes);
  const stranger = await sealing.sealFor({ id: 'otra', name: 'Otra' });
  const { bytes: twice } = await document.sign({ signer: stranger.signer, level: 'B-B', fieldName: 'Segunda' });
  assert.equal(await verdictOf(Buffer.from(twice)), 'extended');
});

test('a seal of ours over a document that the register lacks: unregistered', async () => {
  const other = createCertificates({ sealing, files, origin: () => 'https://ventanilla.example.bo' });
  const lost = await other.issue(db, exampleRequest(), exampleNow);
  const bytes = await fileOf(lost);
  await db.rows('delete from certificates.certificate where id = $1', [lost.id]);
  assert.equal(await verdictOf(bytes), 'unregistered');
});

test('files of strangers are not ours: without a seal, or with the seal of another root', async () => {
  const document = PDF.create();
  document.addPage();
  const plain = Buffer.from(await document.save());
  assert.equal(await verdictOf(plain), 'foreign');
  const stranger = await openDemonstration(join(folder, 'otros'), fixedClock(exampleNow));
  const { signer } = await stranger.sealFor({ id: 'x', name: 'Imprenta' });
  const strange = { ...signer, keyType: signer.keyType, signatureAlgorithm: signer.signatureAlgorithm, certificate: signer.certificate, sign: signer.sign.bind(signer) };
  const { bytes } = await (await PDF.load(plain)).sign({ signer: strange, level: 'B-B' });
  const verdict = await verdictOf(Buffer.from(bytes));
  // Its root bears the same name as ours, which is a lie that only the chain shows.
  assert.equal(verdict, 'altered');
});

test('what is no PDF is refused with the next step', async () => {
  await assert.rejects(verdictOf(Buffer.from('hola')), (caught) => isRefusal(caught, 'certificates.not_pdf'));
});
