import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Person } from '#kernel/access.ts';
import type { Clock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { createLog } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { createDispatcher } from '#kernel/outbox/index.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { markupFaults } from '#support/markup.ts';
import { freePort } from '#support/servers/ports.ts';
import { startSmtp, type TestSmtp } from '#support/servers/smtp.ts';
import { noticesOf, notificationsModule, notify, unreadCount, type NotifyRequest } from './index.ts';

let fresh: FreshDatabase, smtp: TestSmtp, ahead = 0;
const logged: string[] = [];
const clock: Clock = { now: () => new Date(Date.now() + ahead) };
before(async () => { fresh = await freshDatabase(); smtp = await startSmtp({ user: 'avisos', password: 'clave' }); });
after(async () => { await smtp.stop(); await fresh.close(); });
beforeEach(async () => { await fresh.db.rows('delete from kernel.outbox'); });

const from = 'avisos@entidad.gob.bo', origin = 'https://tramites.entidad.gob.bo';
const log = createLog((line) => { logged.push(line); });
const moduleWith = (environment: Record<string, string>, demo = false): Module => notificationsModule({ clock, log, config: { demo, environment }, publicUrl: () => origin });
const withServer = (url = smtp.url.replace('//', '//avisos:clave@')) => moduleWith({ SMTP_URL: url, SMTP_FROM: from });

async function deliverWith(module: Module): Promise<void> {
  await createDispatcher({ db: fresh.db, clock, log, subscriptions: module.subscriptions ?? [], jobs: [] }).drain();
}

const somebody = (): Person => ({ id: newId<'person'>(clock.now()), kind: 'citizen', name: 'Ana', roles: ['applicant'], units: [] });
let made = 0;
async function tell(person: Person, changes: Partial<NotifyRequest> = {}): Promise<NotifyRequest> {
  const request: NotifyRequest = {
    personId: person.id, entityId: newId<'entity'>(), caseId: newId<'case'>(), key: `clave:${++made}`, subject: 'Corrija su solicitud AN-2026-000001-1', body: 'Ana: su cédula 1234567 no se lee.\n\nEnvíela otra vez.',
    mail: 'La entidad le pide corregir datos.', link: '/mis-tramites/1', email: 'ana.quispe@correo.bo', now: clock.now(), ...changes,
  };
  await notify(fresh.db, request);
  return request;
}

type DeliveryRow = { attempts: number; problem: string | null; sent: boolean; failed: boolean };
const deliveryOf = async (request: NotifyRequest): Promise<DeliveryRow | undefined> => (await fresh.db.rows<DeliveryRow>(`
  select d.attempts, d.problem, d.sent_at is not null as sent, d.given_up_at is not null as failed from notifications.delivery d join notifications.notice n on n.id = d.notice_id
  where n.person_id = $1 and n.key = $2`, [request.personId, request.key]))[0];

test('a person is told once under a key, however often and at once', async () => {
  const person = somebody();
  await Promise.all(Array.from({ length: 5 }, () => tell(person, { key: 'una-vez' })));
  assert.equal(await unreadCount(fresh.db, person.id), 1);
  assert.equal((await fresh.db.rows('select 1 from kernel.outbox')).length, 1);
});

test('told, or nothing: the notice joins the transaction around it', async () => {
  const person = somebody();
  await assert.rejects(fresh.db.transaction(async (tx) => {
    await notify(tx, { personId: person.id, entityId: newId<'entity'>(), key: 'k', subject: 's', body: 'b', email: 'a@b.bo', now: clock.now() });
    await tx.rows('select 1/0');
  }));
  assert.equal(await unreadCount(fresh.db, person.id), 0);
  assert.equal((await fresh.db.rows('select 1 from kernel.outbox')).length, 0);
});

test('the letter that arrives: two forms, in Spanish, with the link and nothing of the body', async () => {
  const request = await tell(somebody());
  await deliverWith(withServer());
  const letter = smtp.letters.at(-1) ?? assert.fail('nothing came');
  assert.deepEqual([letter.from, letter.to], [from, ['ana.quispe@correo.bo']]);
  for (const pattern of [/^Subject: Corrija su solicitud AN-2026-000001-1$/m, /^Message-ID: <[0-9a-f-]+@tramites\.entidad\.gob\.bo>$/m, /^Auto-Submitted: auto-generated$/m, /multipart\/alternative/, /text\/plain/, /text\/html/]) assert.match(letter.raw, pattern);
  const [notice] = await noticesOf(fresh.db, request.caseId ?? assert.fail());
  const readable = letter.raw.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  assert.ok(readable.includes(`${origin}/buzon/${notice?.id}`));
  assert.ok(readable.includes('La entidad le pide corregir datos.'));
  for (const secret of ['1234567', 'Ana:', '/mis-tramites/1']) assert.ok(!readable.includes(secret), secret);
  assert.deepEqual(await deliveryOf(request), { attempts: 1, problem: null, sent: true, failed: false });
});

test('neither addresses nor words of a letter reach the log, even when sending fails', async () => {
  const request = await tell(somebody());
  smtp.failNext(1);
  await deliverWith(withServer());
  assert.equal((await deliveryOf(request))?.sent, false);
  const all = logged.join('\n');
  assert.ok(all.includes('letter not sent'));
  for (const personal of ['ana.quispe', 'Corrija', 'cédula', 'clave@']) assert.ok(!all.includes(personal), personal);
});

test('a server that says «later» is tried again, later, under the same Message-ID', async () => {
  const request = await tell(somebody()), module = withServer(), before = smtp.letters.length;
  smtp.failNext(1);
  await deliverWith(module);
  assert.match((await deliveryOf(request))?.problem ?? '', /código 451/);
  await deliverWith(module);
  assert.equal(smtp.letters.length, before, 'not before its time');
  ahead += 61_000;
  await deliverWith(module);
  assert.deepEqual(await deliveryOf(request), { attempts: 2, problem: null, sent: true, failed: false });
});

test('a server that says «never» is believed at once', async () => {
  const request = await tell(somebody());
  smtp.failNext(1, 550);
  await deliverWith(withServer());
  assert.deepEqual(await deliveryOf(request), { attempts: 1, problem: 'El servidor de correo rechazó el mensaje o la dirección (código 550).', sent: false, failed: true });
});

test('a server that never answers: tried for almost a day, then given up with its reason', async () => {
  const request = await tell(somebody()), module = withServer(`smtp://127.0.0.1:${await freePort()}`);
  for (let attempts = 0; attempts < 8; attempts++) { await deliverWith(module); ahead += 43_201_000; }
  assert.deepEqual(await deliveryOf(request), { attempts: 8, problem: 'El servidor de correo no responde.', sent: false, failed: true });
  assert.equal((await fresh.db.rows('select 1 from kernel.outbox')).length, 0);
});

test('a dead server is tried once for a whole queue, not once a letter', async () => {
  const requests = await Promise.all(Array.from({ length: 20 }, () => tell(somebody())));
  await deliverWith(withServer(`smtp://127.0.0.1:${await freePort()}`));
  for (const request of requests) assert.equal((await deliveryOf(request))?.problem, 'El servidor de correo no responde.');
});

for (const [name, account] of [['a wrong account', 'avisos:otra@'], ['no account', '']] as const) test(`${name} is ours to mend: the letter waits`, async () => {
  const request = await tell(somebody());
  await deliverWith(withServer(smtp.url.replace('//', `//${account}`)));
  assert.deepEqual(await deliveryOf(request), { attempts: 1, problem: 'El servidor de correo no acepta nuestra cuenta.', sent: false, failed: false });
});

test('without a server, and no demonstration, letters are marked as not sent', async () => {
  const request = await tell(somebody());
  await deliverWith(moduleWith({}));
  assert.deepEqual(await deliveryOf(request), { attempts: 1, problem: 'El envío de correos no está configurado.', sent: false, failed: true });
});

for (const [name, changes] of [['no address', { email: undefined }], ['an address that is none', { email: 'a@b.bo\r\nBcc: c@d.bo' }], ['a message for the mailbox alone', { channels: [] }]] as const) {
  test(`${name}: the mailbox is told, and nothing goes out`, async () => {
    const person = somebody(), request = await tell(person, changes);
    assert.equal(await unreadCount(fresh.db, person.id), 1);
    assert.equal(await deliveryOf(request), undefined);
  });
}

for (const [name, environment, code] of [['an address that is none', { SMTP_URL: 'correo', SMTP_FROM: from }, 'smtp_bad_url'], ['another protocol', { SMTP_URL: 'https://a.bo', SMTP_FROM: from }, 'smtp_bad_url'], ['no sender', { SMTP_URL: 'smtp://a.bo' }, 'smtp_bad_from'], ['a sender with a second header', { SMTP_URL: 'smtp://a.bo', SMTP_FROM: 'a@b.bo\nBcc: c@d.bo' }, 'smtp_bad_from']] as const) {
  test(`${name} stops the start: ${code}`, () => { assert.throws(() => moduleWith(environment), (caught) => isRefusal(caught, `notifications.${code}`)); });
}

const show = async (person: Person | undefined, address: string, module = moduleWith({}, true)): Promise<string> => {
  const content = pageOf(await call(module.routes ?? [], `GET ${address}`, { db: fresh.db, now: clock.now(), ...(person && { person }) }));
  assert.deepEqual(await markupFaults(content), []);
  return String(content.main);
};

test('the mailbox: empty, unread, read; another person finds nothing', async () => {
  const person = somebody();
  assert.match(await show(person, '/buzon'), /Todavía no tiene mensajes/);
  const request = await tell(person, { subject: 'Asunto <script>', body: 'Uno\ndos\n\n<b>tres</b>' });
  const list = await show(person, '/buzon');
  assert.match(list, /Tiene un mensaje sin leer/);
  const address = /\/buzon\/[0-9a-f-]{36}/.exec(list)?.[0] ?? assert.fail('no link');
  const notice = await show(person, address);
  for (const words of ['Asunto &lt;script&gt;', 'Uno<br>dos', '&lt;b&gt;tres&lt;/b&gt;', 'href="/mis-tramites/1"', 'a…e@correo.bo']) assert.ok(notice.includes(words), words);
  assert.match(await show(person, '/buzon'), /Leyó todos sus mensajes/);
  for (const [who, where] of [[somebody(), address], [person, '/buzon/nada'], [person, `/buzon/${newId()}`]] as const) {
    await assert.rejects(show(who, where), (caught) => isRefusal(caught, 'notifications.not_found'));
  }
  assert.ok(request);
});

test('a full mailbox is paged by key', async () => {
  const person = somebody();
  for (let count = 0; count < 28; count++) await tell(person, { subject: `Mensaje número ${String(count).padStart(2, '0')} de la lista`, email: undefined });
  const first = await show(person, '/buzon'), next = /href="(\/buzon\?antes=[^"]+)"/.exec(first)?.[1] ?? assert.fail('no next page');
  const second = await show(person, next);
  const numbers = (text: string) => new Set(text.match(/Mensaje número \d\d/g));
  assert.equal(numbers(first).size, 25);
  assert.equal(numbers(second).size, 3);
  assert.equal(new Set([...numbers(first), ...numbers(second)]).size, 28);
});

test('the demonstration shows what it would have sent, and says that it does not', async () => {
  const module = moduleWith({}, true);
  await fresh.db.rows('delete from notifications.delivery');
  assert.match(await show(undefined, '/demo/correo', module), /Todavía no salió ningún correo/);
  await tell(somebody());
  await tell(somebody(), { subject: 'Otro asunto para otra persona' });
  await deliverWith(module);
  const text = await show(undefined, '/demo/correo', module);
  for (const words of ['no se envían', 'Enviado', 'ana.quispe@correo.bo', 'La entidad le pide corregir datos.', 'Otro asunto']) assert.ok(text.includes(words), words);
  assert.equal(moduleWith({}).routes?.some(({ path }) => path === '/demo/correo'), false);
});
