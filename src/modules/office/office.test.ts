import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#kernel/errors/index.ts';
import { formatLinks, readSheets, sheetAnswer, sheetFormats, textFormats } from './index.ts';

const sheet = { name: 'Trámites', head: ['Nombre'], rows: [['Copias']] };

test('sheets are handed out as a file with its name and its type', async () => {
  for (const { key, mediaType } of sheetFormats) {
    const { status, body } = await sheetAnswer([sheet], key, 'tramites');
    assert.ok(status === 200 && body.kind === 'bytes' && Buffer.isBuffer(body.data));
    assert.deepEqual([body.type, body.filename, body.disposition], [mediaType, `tramites.${key}`, 'attachment']);
    assert.deepEqual((await readSheets({ name: 'Trámites.x', bytes: body.data })), [sheet]);
  }
});

test('a format that is not offered is not found', async () => {
  await assert.rejects(sheetAnswer([sheet], 'exe', 'tramites'), (caught) => isRefusal(caught, 'office.no_such_format'));
});

test('formats are offered with what they are good for', () => {
  const shown = String(formatLinks('/plan/x/descarga', textFormats));
  assert.match(shown, /href="\/plan\/x\/descarga\/odt" download>Descargar ODT<\/a> <span class="app-muted">para editar</);
  assert.equal(shown.match(/<li>/g)?.length, textFormats.length);
});
