import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isRefusal } from '#kernel/errors/index.ts';
import { openKeys, rotateKeys, seal, unseal } from './keys.ts';

function withFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-keys-'));
  try { work(folder); } finally { rmSync(folder, { recursive: true }); }
}

test('keys are made once, for the process alone', () => withFolder((folder) => {
  const keys = openKeys(folder);
  assert.deepEqual(openKeys(folder), keys);
  const [file = ''] = readdirSync(join(folder, 'claves'));
  assert.equal(statSync(join(folder, 'claves', file)).mode & 0o777, 0o600);
  assert.equal(statSync(join(folder, 'claves')).mode & 0o777, 0o700);
}));

test('what was sealed opens for its purpose only, and not after a byte was changed', () => withFolder((folder) => {
  const keys = openKeys(folder), sealed = seal(keys, 'session.id_token', 'señal');
  assert.equal(unseal(keys, 'session.id_token', sealed), 'señal');
  assert.equal(unseal(keys, 'session.access_token', sealed), undefined);
  for (let i = 0; i < sealed.length; i++) {
    const spoiled = Buffer.from(sealed);
    spoiled[i] = (spoiled[i] ?? 0) ^ 1;
    assert.equal(unseal(keys, 'session.id_token', spoiled), undefined, `byte ${i}`);
  }
  assert.equal(unseal(keys, 'session.id_token', Buffer.alloc(3)), undefined);
  assert.notDeepEqual(seal(keys, 'x', 'señal'), seal(keys, 'x', 'señal'));
}));

test('after rotation the new key seals and the old one still opens', () => withFolder((folder) => {
  const old = openKeys(folder), sealed = seal(old, 'x', 'señal'), fresh = rotateKeys(folder);
  assert.deepEqual(openKeys(folder), fresh);
  assert.equal(unseal(fresh, 'x', sealed), 'señal');
  assert.equal(unseal(old, 'x', seal(fresh, 'x', 'señal')), undefined);
  assert.deepEqual([fresh.signing.length, fresh.cookies.length], [2, 2]);
  assert.notEqual(fresh.signing[0]?.kid, old.signing[0]?.kid);
  assert.equal(fresh.signing[1]?.kid, old.signing[0]?.kid);
  for (let i = 0; i < 5; i++) rotateKeys(folder);
  assert.equal(openKeys(folder).signing.length, 3);
  assert.equal(unseal(openKeys(folder), 'x', sealed), 'señal', 'second factors are never locked out');
}));

test('a spoiled key file is refused with what to do', () => withFolder((folder) => {
  openKeys(folder);
  writeFileSync(join(folder, 'claves', 'identidad.json'), '{');
  assert.throws(() => openKeys(folder), (caught) => isRefusal(caught, 'identity.keys_unreadable') && /copia de respaldo/.test(caught.message));
}));
