import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { lacking } from '#support/servers/index.ts';
import { everyBlock } from './fixtures/text.ts';
import { readSheets, textFile, writeSheets, type Sheet } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'ventanilla-office-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const skip = lacking('soffice');

/** What LibreOffice makes of a file; it must read it without being asked anything. */
function converted(name: string, bytes: Buffer, to: string, filter = '', ...more: readonly string[]): Buffer {
  writeFileSync(join(folder, name), bytes);
  const { status, stderr } = spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...more, '--convert-to', `${to}${filter}`, '--outdir', join(folder, 'made'), join(folder, name)], { timeout: 120_000, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return readFileSync(join(folder, 'made', name.replace(/\.\w+$/, `.${to}`)));
}

const sheet: Sheet = { name: 'Trámites', head: ['Trámite', 'Casos', 'En línea', 'Desde', 'Nota'], rows: [['Autorización', 1200.5, true, '2026-11-20', '=2+2'], ['Año nuevo', -3, false, null, 'dos\nlíneas, «así»']] };

for (const format of ['ods', 'xlsx'] as const) {
  test(`LibreOffice reads our ${format}`, { skip }, async () => {
    const csv = converted(`hoja.${format}`, await writeSheets([sheet], format), 'csv', ':Text - txt - csv (StarCalc):44,34,76');
    assert.equal(csv.toString(), 'Trámite,Casos,En línea,Desde,Nota\nAutorización,1200.5,TRUE,20/11/2026,=2+2\nAño nuevo,-3,FALSE,,"dos\nlíneas, «así»"\n');
  });

  test(`we read the ${format} of LibreOffice`, { skip }, async () => {
    const csv = 'Trámite,Casos,En línea,Desde\nAutorización,1200.5,TRUE,2026-11-20\nLicencia,7,FALSE,1999-01-31\n';
    const filter = format === 'ods' ? ':calc8' : ':Calc MS Excel 2007 XML';
    const [read] = await readSheets({ name: `a.${format}`, bytes: converted(`de-${format}.csv`, Buffer.from(csv), format, filter, '--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true') });
    assert.deepEqual([read?.head, read?.rows], [['Trámite', 'Casos', 'En línea', 'Desde'], [['Autorización', 1200.5, true, '2026-11-20'], ['Licencia', 7, false, '1999-01-31']]]);
  });
}

for (const format of ['odt', 'docx'] as const) {
  test(`LibreOffice lays out our ${format}: cover, contents with their pages, foot on each page`, { skip: lacking('soffice', 'pdftotext') }, async () => {
    const pdf = converted(`texto.${format}`, await textFile(everyBlock, format), 'pdf');
    writeFileSync(join(folder, `${format}.pdf`), pdf);
    const pages = spawnSync('pdftotext', ['-layout', join(folder, `${format}.pdf`), '-'], { encoding: 'utf8' }).stdout.split('\f').slice(0, -1);
    assert.equal(pages.length, 4);
    assert.match(pages[0] ?? '', /AD?UANA NACIONAL\s+Informe de prueba/i);
    assert.match(pages[1] ?? '', /Contenido\s+1\. Presentación[. ]+3\s+1\.1 Objetivos[. ]+3\s+1\.1\.1 Actividades[. ]+4/);
    assert.match(pages[2] ?? '', /Por completar\. Falta el marco institucional\.[^]*1\.\s+Primero\s+2\.\s+Segundo/);
    pages.forEach((page, at) => assert.match(page, new RegExp(`Código P-2026-1\\s+Página ${at + 1} de 4`)));
  });
}
