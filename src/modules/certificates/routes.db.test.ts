import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { join } from 'node:path';
import { fixedClock } from '#kernel/clock.ts';
import { framePage } from '#kernel/html/frame.ts';
import { buildServer } from '#kernel/http/index.ts';
import { silentLog } from '#kernel/log.ts';
import { newId } from '#kernel/ids.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase } from '#support/database.ts';
import { markupFaults } from '#support/markup.ts';
import { createCertificates } from './certificates.ts';
import type { Certificate } from './domain/certificate.ts';
import { exampleNow, exampleRequest, memoryFiles, vanishingFolder } from './fixtures/example.ts';
import { certificatesModule } from './module.ts';
import { checkFormPage } from './pages/check-form.ts';
import { verdictPage } from './pages/verdict.ts';
import { html } from '#kernel/html/html.ts';
import { routesOf } from './routes.ts';
import { openDemonstration } from './sealing/demonstration/authority.ts';

const { db, close } = await freshDatabase();
after(close);
const clock = fixedClock(exampleNow);
const certificates = createCertificates({ sealing: await openDemonstration(join(vanishingFolder(), 'sellos'), clock), files: memoryFiles(), origin: () => 'http://127.0.0.1' });
const routes = routesOf(certificates);
const app = await buildServer({
  db, clock, log: silentLog, modules: [certificatesModule(certificates)], key: randomBytes(32), publicUrl: () => 'http://127.0.0.1', trustProxy: true, formOrigins: [],
  authenticate: async () => undefined, frame: (content, { path, csrf }) => framePage(content, { path, demo: true, navigation: [], csrf, cssHref: '/estilo.css' }),
});
after(() => app.close());

const secretNote = 'Nota reservada de la entidad';
const issue = (): Promise<Certificate> => certificates.issue(db, exampleRequest(), exampleNow);
const revoked = async (): Promise<Certificate> => {
  const certificate = await issue();
  const by = { id: newId<'person'>(), kind: 'officer', name: 'Rosa Mamani', roles: ['supervisor'], units: [], entityId: certificate.entityId } as const;
  return certificates.revoke(db, { certificateId: certificate.id, by, reason: 'false_statement', note: secretNote }, exampleNow);
};
const show = async (path: string, now = exampleNow) => {
  const answer = await call(routes, `GET ${path}`, { db, now });
  return { answer, text: answer.body.kind === 'page' ? String(pageOf(answer).main) : '' };
};

for (const [standing, make, now, words] of [
  ['valid', issue, exampleNow, ['Vigente', 'vale hasta el 20 de noviembre de 2028', 'Establecimiento', 'Calle Bolívar 1234, Oruro', 'M… Q… Ñ…', 'no tiene valor legal']],
  ['expired', issue, new Date('2030-01-01T12:00:00Z'), ['Vencido', 'venció el 20 de noviembre de 2028']],
  ['revoked', revoked, exampleNow, ['Revocado', '20 de noviembre de 2026', 'Datos o documentos que no eran verdaderos', 'No lo acepte']],
] as const) test(`the page of a ${standing} certificate says so, and nothing that is not public`, async () => {
  const certificate = await make();
  const { answer, text } = await show(`/verificar/${certificate.code}`, now);
  assert.equal(answer.status, 200);
  for (const part of words) assert.ok(text.includes(part), part);
  for (const secret of ['Quispe', 'Ñáñez', '1234567', 'Camas', 'Ambulancia', 'Condori', secretNote, certificate.caseId]) assert.ok(!text.includes(secret), secret);
  assert.deepEqual(await markupFaults(pageOf(answer)), []);
});

test('an unknown code, a mistyped one and nonsense get the same page, but for what was typed', async () => {
  const texts = await Promise.all(['2222-3333-4444', 'K7M4', '%3Cscript%3E'].map(async (typed) => {
    const { answer, text } = await show(`/verificar/${typed}`);
    assert.equal(answer.status, 404);
    assert.ok(!text.includes('<script'));
    return text.replace(/value="[^"]*"/g, '');
  }));
  assert.equal(new Set(texts).size, 1);
});

for (const [typed, to] of [['k7m4q2xz9rtb', '/verificar/K7M4-Q2XZ-9RTB'], ['K7M4', '/verificar/K7M4'], ['//otro.bo', '/verificar/%2F%2Fotro.bo']] as const)
  test(`typing «${typed}» leads to ${to}`, async () => {
    const answer = await call(routes, `GET /verificar?codigo=${encodeURIComponent(typed)}`, { db, now: exampleNow });
    assert.deepEqual(answer.body, { kind: 'redirect', to });
  });

test('the form is well made, also with its errors', async () => {
  assert.equal((await show('/verificar')).answer.status, 200);
  assert.equal((await show('/verificar?codigo=')).answer.status, 422);
  for (const form of [{}, { code: '"><b>', codeError: 'No', fileError: 'Tampoco' }]) assert.deepEqual(await markupFaults(checkFormPage({ csrf: html``, ...form })), []);
});

test('every verdict has a page that is well made', async () => {
  const certificate = await issue();
  const seal = { intact: true, trusted: true, signer: { name: 'Sello', organization: 'Entidad', issuer: 'Raíz' }, sealedAt: exampleNow };
  for (const verdict of [
    { kind: 'authentic', certificate, standing: 'valid', seal }, { kind: 'authentic', certificate, standing: 'expired' }, { kind: 'extended', certificate },
    { kind: 'altered', certificate }, { kind: 'altered' }, { kind: 'unregistered', seal }, { kind: 'foreign' },
  ] as const) assert.deepEqual(await markupFaults(verdictPage(verdict, exampleNow)), [], verdict.kind);
});

test('the API gives the public view, and a problem for what is unknown', async () => {
  const certificate = await revoked();
  const { body } = await app.inject({ url: `/api/v1/certificados/${certificate.code.toLowerCase()}` });
  const given = JSON.parse(body) as Record<string, unknown>;
  assert.deepEqual([given['estado'], given['titular'], given['sha256']], ['revocado', 'M… Q… Ñ…', certificate.sha256]);
  assert.ok(!/Quispe|1234567|reservada/.test(body));
  const missing = await app.inject({ url: '/api/v1/certificados/2222-3333-4444' });
  assert.equal(missing.statusCode, 404);
  assert.equal((JSON.parse(missing.body) as { code?: string }).code, 'certificates.not_found');
});

/** Posts a file as the form does, after fetching the form for its token. */
async function upload(bytes: Buffer | undefined, token?: string): Promise<{ readonly status: number; readonly text: string }> {
  const form = await app.inject({ url: '/verificar' });
  const csrf = token ?? /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? '';
  const cookie = form.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const head = `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n--x\r\ncontent-disposition: form-data; name="archivo"; filename="${bytes === undefined ? '' : 'a.pdf'}"\r\ncontent-type: application/pdf\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes ?? Buffer.alloc(0), Buffer.from('\r\n--x--\r\n')]);
  const answer = await app.inject({ method: 'POST', url: '/verificar', payload, headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' } });
  return { status: answer.statusCode, text: answer.body };
}

test('a file dropped on the form is judged', async () => {
  const certificate = await issue();
  const { bytes } = await certificates.openFile(db, certificate.id);
  const whole = await upload(bytes);
  assert.equal(whole.status, 200);
  assert.match(whole.text, /El archivo es auténtico/);
  assert.match(whole.text, /respaldado por una autoridad reconocida/);
  const changed = Buffer.from(bytes);
  changed[5_000]! ^= 1;
  assert.match((await upload(changed)).text, /El archivo fue alterado/);
});

for (const [name, bytes, status, words] of [
  ['no file', undefined, 422, /Elija el archivo PDF/], ['a text', Buffer.from('hola'), 422, /no es un PDF/],
  ['more than five megabytes', Buffer.alloc(5_300_000, '%PDF-'), 413, /pasa de 5 MB/],
] as const) test(`uploading ${name} shows the form again, with what to do`, async () => {
  const answer = await upload(bytes);
  assert.equal(answer.status, status);
  assert.match(answer.text, words);
  assert.match(answer.text, /govuk-error-summary/);
});

test('without the form’s own token nothing is read', async () => {
  assert.equal((await upload(Buffer.from('%PDF-'), 'otro')).status, 403);
});
