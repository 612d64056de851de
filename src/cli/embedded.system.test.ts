import assert from 'node:assert/strict';
import { mkdtempSync, chmodSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { after, test } from 'node:test';
import { runVentanilla } from '#support/terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'ventanilla-own-'));
// As root the database has a user of its own, who must pass through.
chmodSync(folder, 0o755);
after(() => rmSync(folder, { recursive: true, force: true }));
const own = (name: string) => ({ VENTANILLA_DATA: join(folder, name) });

test('without a server the commands bring the database along, back it up and restore it into a new folder', async () => {
  assert.match((await runVentanilla(['user', 'list'], own('datos'))).said, /^0 cuentas\.$/m);
  writeFileSync(join(folder, 'datos/nota'), 'guardada', { mode: 0o600 });
  const backup = join(folder, 'respaldo'), kept = await runVentanilla(['db', 'backup', backup], own('datos'));
  assert.equal(kept.exit, 0, kept.told);
  const restored = await runVentanilla(['db', 'restore', backup, '--to', join(folder, 'nueva')], own('otra'));
  assert.equal(restored.exit, 0, restored.told);
  assert.equal(readFileSync(join(folder, 'nueva/nota'), 'utf8'), 'guardada');
  assert.equal(existsSync(join(folder, 'otra')), false);
  assert.match((await runVentanilla(['user', 'list'], own('nueva'))).said, /^0 cuentas\.$/m);
  const again = await runVentanilla(['db', 'restore', backup, '--to', join(folder, 'nueva')]);
  assert.deepEqual([again.exit, /ya tiene datos/.test(again.told)], [3, true]);
});

test('a server that does not answer is told with its next step', async () => {
  const { exit, told } = await runVentanilla(['user', 'list'], { DATABASE_URL: 'postgres://nadie@127.0.0.1:1/nada' });
  assert.deepEqual([exit, /DATABASE_URL no responde/.test(told)], [3, true], told);
});
