import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { namedId, type PersonId } from '#kernel/ids.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { lateForms, waitingForms } from './actions/late-forms.ts';
import { sweepExpired } from './actions/sweep.ts';
import { newToken, tokenHash } from './domain/token.ts';
import { deleteSessionByToken, insertSession } from './store/sessions.ts';

let base: FreshDatabase;
before(async () => { base = await freshDatabase(); });
after(() => base.close());

const parts = { keys: { sealing: [{ id: '0a0b0c0d', key: randomBytes(32).toString('base64') }], signing: [], cookies: [], clientSecret: '' }, https: () => false };
const { ownerOf, keep } = lateForms(parts);
const start = new Date('2026-03-02T12:00:00Z'), minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const limits = { idleSeconds: 1_800, absoluteSeconds: 43_200 };
const late = { name: 'una nota interna', path: '/a', pageBefore: undefined, fields: [['nota', 'Una nota']], hadFiles: false } as const;

/** Somebody with a session that began at the start. */
async function somebody(name: string): Promise<{ readonly personId: PersonId; readonly token: string }> {
  const personId = namedId<'person'>(name), token = newToken();
  await base.db.rows(`insert into identity.person (id, kind, name, roles, created_at) values ($1, 'citizen', $2, '{applicant}', $3)`, [personId, name, start]);
  await insertSession(base.db, { tokenHash: tokenHash(token), id: namedId(`session of ${name}`), personId, now: start, limits, ip: '', agent: '' });
  return { personId, token };
}

const callerAt = (now: Date, cookies: Readonly<Record<string, string>>) => ({ cookies, person: undefined, now });

// When the session ended, when the form comes, and whether it is still known whose it is.
const rows: readonly (readonly [what: string, closes: boolean, cookie: string, afterMinutes: number, known: boolean])[] = [
  ['without use', false, 'sesion', 700, true], ['by its last hour', false, 'sesion', 12 * 60 + 59, true], ['and an hour has gone by', false, 'sesion', 13 * 60 + 1, false],
  ['by leaving', true, 'sesion-anterior', 700, true], ['by leaving, a day ago', true, 'sesion-anterior', 24 * 60, false], ['elsewhere, and the cookie is still there', true, 'sesion', 10, true],
];
for (const [what, closes, cookie, afterMinutes, known] of rows) {
  test(`a session that ended ${what}: ${known ? 'its owner is known' : 'nobody is'}`, async () => {
    const { personId, token } = await somebody(what), now = minutes(afterMinutes);
    if (closes) await deleteSessionByToken(base.db, tokenHash(token));
    const owner = { personId, sessionKeys: [namedId(`session of ${what}`)] };
    assert.deepEqual(await ownerOf(base.db, callerAt(now, { [cookie]: token })), known ? owner : undefined);
    await sweepExpired(base.db, now);
    assert.deepEqual(await ownerOf(base.db, callerAt(now, { [cookie]: token })), known ? owner : undefined, 'and sweeping changes nothing in that');
  });
}

test('nobody is known who is out of service', async () => {
  const { personId, token } = await somebody('de baja');
  await base.db.rows('update identity.person set disabled_at = $2 where id = $1', [personId, start]);
  assert.equal(await ownerOf(base.db, callerAt(minutes(60), { sesion: token })), undefined);
});

test('what is kept is there for half an hour, and then swept away', async () => {
  const { personId, token } = await somebody('media hora'), owner = await ownerOf(base.db, callerAt(start, { sesion: token }));
  assert.ok(owner);
  const { setCookies } = await keep(base.db, owner, late, callerAt(start, {}));
  const cookies = { escrito: setCookies?.[0]?.value };
  const waiting = async (now: Date) => (await waitingForms(base.db, parts, cookies, personId, now)).map(({ fields }) => fields);
  assert.deepEqual(await waiting(minutes(29)), [[['nota', 'Una nota']]]);
  assert.deepEqual(await waiting(minutes(30)), []);
  assert.deepEqual(await waitingForms(base.db, parts, { escrito: newToken() }, personId, start), [], 'in another browser');
  const count = async () => (await base.db.rows('select 1 from identity.late_form')).length;
  await sweepExpired(base.db, minutes(29));
  assert.equal(await count(), 1);
  await sweepExpired(base.db, minutes(31));
  assert.equal(await count(), 0);
});
