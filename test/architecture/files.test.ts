import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composedRoutes } from '#support/composition.ts';

// Two files are composed at once for everybody: without a limit of its own one address could keep all of them busy.
test('whatever composes a file is limited as such', async () => {
  const files = (await composedRoutes()).filter(({ method, path }) => method === 'GET' && /\/(?::format|:formato|paquete)$/.test(path));
  assert.ok(files.length > 15);
  assert.deepEqual(files.filter(({ options }) => options.limit !== 'file').map(({ path }) => path), []);
});
