import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { templateReader } from '#modules/certificates/index.ts';
import { checkFolder, rehearseFolder } from '#modules/cases/index.ts';

// The example of docs/adding/procedure.md, taken out of the page as a reader would copy it.
const guide = readFileSync(new URL('../../docs/adding/procedure.md', import.meta.url), 'utf8');
const files = Object.fromEntries([...guide.matchAll(/^## `([\w-]+\.\w+)`\n(?:(?!^## )[^])*?^```\w+\n([^]*?)^```/gm)].map(([, name = '', text = '']) => [name, text]));

test('the worked example has no faults, and every rehearsal reaches every step', async () => {
  assert.deepEqual(Object.keys(files), ['procedure.yaml', 'form.yaml', 'flow.bpmn', 'certificate.typ', 'messages.yaml', 'scenarios.yaml']);
  const checked = await checkFolder({ path: 'municipio-de-ejemplo/puesto-de-feria', files }, templateReader());
  assert.deepEqual(checked.faults, []);
  const { rehearsed, unreached } = await rehearseFolder(checked.parts);
  assert.deepEqual(rehearsed.flatMap(({ faults }) => faults), []);
  assert.ok(rehearsed.length >= 5);
  assert.deepEqual(unreached, []);
});
