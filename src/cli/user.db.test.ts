import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { runVentanilla } from '#support/terminal.ts';
import { ensureEntity, findOfficerAccount } from '#modules/identity/index.ts';

let fresh: FreshDatabase;
before(async () => {
  fresh = await freshDatabase();
  await ensureEntity(fresh.db, { key: 'aduana-nacional', name: 'Aduana Nacional', acronym: 'AN', department: null }, new Date('2026-03-02T13:00:00Z'));
});
after(() => fresh.close());

const user = (...args: readonly string[]) => runVentanilla(['user', ...args], { DATABASE_URL: fresh.url, DATABASE_OWNER_URL: fresh.ownerUrl });
const lidia = ['add', 'lidia.choque', '--name', 'Lidia Choque', '--entity', 'aduana-nacional', '--roles', 'officer,supervisor', '--units', 'ventanilla,archivo'] as const;

test('an officer is added, listed, taken out of service and put back', async () => {
  const added = await user(...lidia);
  assert.equal(added.exit, 0);
  assert.match(added.said, /Primera contraseña: [2-9A-Z-]{19}\n/);
  assert.match((await user('list', '--entity', 'aduana-nacional')).said, /^lidia\.choque\tLidia Choque\taduana-nacional\tofficer,supervisor\tventanilla,archivo\tsin segundo factor$/m);
  assert.equal((await user('disable', 'lidia.choque')).exit, 0);
  assert.match((await user('list')).said, /\tde baja, sin segundo factor$/m);
  assert.equal((await user('enable', 'lidia.choque')).exit, 0);
  assert.equal((await findOfficerAccount(fresh.db, 'lidia.choque'))?.isDisabled, false);
});

test('a password and a second factor are reset, each without the other', async () => {
  const before = await findOfficerAccount(fresh.db, 'lidia.choque');
  await fresh.db.rows(`update identity.officer set totp_sealed = 'x' where username = 'lidia.choque'`);
  assert.match((await user('reset-password', 'lidia.choque')).said, /Nueva contraseña de «lidia\.choque»: [2-9A-Z-]{19}\n/);
  const changed = await findOfficerAccount(fresh.db, 'lidia.choque');
  assert.notEqual(changed?.passwordHash, before?.passwordHash);
  assert.ok(changed?.totpSealed);
  assert.equal((await user('totp-reset', 'lidia.choque')).exit, 0);
  const again = await findOfficerAccount(fresh.db, 'lidia.choque');
  assert.deepEqual([again?.totpSealed, again?.passwordHash], [null, changed.passwordHash]);
});

const refused: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [lidia, /Ya existe una cuenta con ese nombre/],
  [['add', 'otra', '--name', 'Otra', '--roles', 'officer'], /Falta la entidad/],
  [['add', 'otra', '--name', 'Otra', '--entity', 'ninguna'], /No hay ninguna entidad «ninguna»/],
  [['add', 'otra', '--entity', 'aduana-nacional'], /nombre completo/],
  [['add', 'x', '--name', 'Otra', '--entity', 'aduana-nacional'], /nombre de usuario/],
  [['add', 'otra', '--name', 'Otra', '--entity', 'aduana-nacional', '--roles', 'jefe'], /función/],
  [['add', 'otra', '--name', 'Otra', '--entity', 'aduana-nacional', '--units', 'Ventanilla Única'], /no sirve como unidad/],
  [['disable', 'nadie'], /No hay ningún usuario «nadie»/],
  [['list', '--entity', 'ninguna'], /No hay ninguna entidad «ninguna»/],
];

for (const [args, says] of refused) {
  test(`user ${args.join(' ')} is refused with a sentence`, async () => {
    const { exit, told } = await user(...args);
    assert.deepEqual([exit, says.test(told)], [3, true], told);
  });
}
