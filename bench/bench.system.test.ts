import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const members = ['name', 'value', 'unit', 'limit', 'ratio', 'target', 'met'];

test('a quick run gives one line a measurement, of the shape that others rely on', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'main.ts'), '--quick', '--json'], { maxBuffer: 1_000_000 });
  const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.ok(lines.length >= 20, `${lines.length} measurements`);
  assert.equal(new Set(lines.map(({ name }) => name)).size, lines.length);
  for (const line of lines) {
    assert.deepEqual(Object.keys(line), members);
    assert.match(String(line.name), /^[a-z][a-z0-9_]*$/);
    assert.ok(typeof line.value === 'number' && line.value > 0 && typeof line.unit === 'string', JSON.stringify(line));
    assert.equal(line.limit === null, line.ratio === null, JSON.stringify(line));
    assert.equal(line.target === null, line.met === null, JSON.stringify(line));
  }
});
