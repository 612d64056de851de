import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { temporaryFolder } from './daemon.ts';
import { eicar, lacking, makeToken, openidcPort, openidcRedirect, openssl, startChromium, startClamd, startOpenidcClient, startPostgres, startSmtp, startTimestampAuthority } from './index.ts';

for (const [kind, major, program] of [['embedded', '18', 'node'], ['debian', '15', '/usr/lib/postgresql/15/bin/postgres']] as const) {
  test(`Postgres ${major} keeps what was committed when it is killed`, { skip: lacking(program) }, async () => {
    const server = await startPostgres(kind, { durable: true });
    const client = new pg.Client(server.url);
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table t as select 1 as n');
    await server.kill();
    await server.start();
    const again = new pg.Client(server.url);
    await again.connect();
    const { rows } = await again.query(`select n, current_setting('server_version') as version from t`);
    assert.equal(rows[0].n, 1);
    assert.match(rows[0].version, new RegExp(`^${major}\\.`));
    await again.end();
    await server.stop();
  });
}

test('Chromium shows a page', { skip: lacking('chromium') }, async () => {
  const browser = await startChromium();
  const page = await browser.newPage();
  await page.setContent('<title>Hola</title>');
  assert.equal(await page.title(), 'Hola');
  await browser.close();
});

// clamd's own protocol: INSTREAM, then pieces each with its length, then a length of nought.
async function scan(port: number, content: Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  socket.end(Buffer.concat([Buffer.from('zINSTREAM\0'), length, content, Buffer.alloc(4)]));
  return (await text(socket)).replace('\0', '');
}

test('clamd tells the test virus from a clean file', { skip: lacking('clamd') }, async () => {
  const clamd = await startClamd();
  assert.equal(await scan(clamd.port, Buffer.from('una carta')), 'stream: OK');
  assert.match(await scan(clamd.port, eicar), /^stream: Eicar-Test-Signature.* FOUND$/);
  await clamd.stop();
});

test('the mail server keeps letters, fails when told to, and asks for the account', async () => {
  const smtp = await startSmtp({ user: 'u', password: 'p' });
  const letter = { from: 'a@entidad.test', to: 'b@persona.test', subject: 'Prueba', text: 'Ñandú' };
  const mailer = (url: string) => createTransport(url);
  await assert.rejects(mailer(smtp.url).sendMail(letter));
  const own = mailer(smtp.url.replace('//', '//u:p@'));
  smtp.failNext(1);
  await assert.rejects(own.sendMail(letter), { responseCode: 451 });
  await own.sendMail(letter);
  assert.equal(smtp.letters.length, 1);
  assert.deepEqual(smtp.letters[0]?.to, ['b@persona.test']);
  assert.match(smtp.letters[0]?.raw ?? '', /Subject: Prueba/);
  await smtp.stop();
});

test('the device in software signs, and openssl accepts it', { skip: lacking('softhsm2-util', 'openssl') }, async () => {
  const token = makeToken('rsa');
  Object.assign(process.env, token.env);
  const { default: driver } = await import('pkcs11js');
  const device = new driver.PKCS11();
  device.load(token.library);
  device.C_Initialize();
  const slot = device.C_GetSlotList(true).find((each) => device.C_GetTokenInfo(each).label.trim() === token.token);
  assert.ok(slot);
  const session = device.C_OpenSession(slot, driver.CKF_SERIAL_SESSION);
  device.C_Login(session, driver.CKU_USER, token.pin);
  device.C_FindObjectsInit(session, [{ type: driver.CKA_CLASS, value: driver.CKO_PRIVATE_KEY }, { type: driver.CKA_LABEL, value: token.key }]);
  const [key] = device.C_FindObjects(session, 1);
  device.C_FindObjectsFinal(session);
  assert.ok(key);
  device.C_SignInit(session, { mechanism: driver.CKM_SHA256_RSA_PKCS }, key);
  const signature = device.C_Sign(session, Buffer.from('hola'), Buffer.alloc(512));
  device.C_Finalize();
  const { createVerify } = await import('node:crypto');
  assert.ok(createVerify('sha256').update('hola').verify(readFileSync(token.certificates, 'utf8'), signature));
  token.stop();
});

test('the authority of time stamps, and openssl verifies its stamp', { skip: lacking('openssl') }, async () => {
  const authority = await startTimestampAuthority();
  const { folder, remove } = temporaryFolder('stamp');
  const digest = createHash('sha256').update(randomBytes(9)).digest('hex');
  openssl(folder, ['ts', '-query', '-digest', digest, '-sha256', '-cert', '-out', 'question.tsq']);
  const ask = () => fetch(authority.url, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: readFileSync(join(folder, 'question.tsq')) });
  writeFileSync(join(folder, 'answer.tsr'), Buffer.from(await (await ask()).arrayBuffer()));
  assert.doesNotThrow(() => openssl(folder, ['ts', '-verify', '-digest', digest, '-in', 'answer.tsr', '-CAfile', authority.root]));
  authority.setBroken(true);
  assert.equal((await ask()).status, 503);
  remove();
  await authority.stop();
});

test('Apache sends a stranger to the identity provider', { skip: lacking('apache2', 'mod_auth_openidc.so') }, async () => {
  const provider = createServer((_request, response) => {
    const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] }));
  });
  await new Promise<void>((resolve) => { provider.listen(0, '127.0.0.1', resolve); });
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`, port = await openidcPort();
  const client = await startOpenidcClient({ port, issuer, clientId: 'apache', clientSecret: 'secreto' });
  const answer = await fetch(client.url, { redirect: 'manual', headers: { accept: 'text/html' } });
  const target = new URL(answer.headers.get('location') ?? '');
  assert.equal(target.origin + target.pathname, `${issuer}/auth`);
  assert.equal(target.searchParams.get('redirect_uri'), openidcRedirect(port));
  await client.stop();
  provider.close();
});
