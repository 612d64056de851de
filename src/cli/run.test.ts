import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import { findKeyState, rotateKeys } from '#modules/identity/index.ts';
import { runVentanilla } from '#support/terminal.ts';
import { commands } from './commands/index.ts';
import { unpackProcedure } from '#modules/catalog/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ventanilla-cli-'));
after(() => rmSync(folder, { recursive: true }));
const run = (...args: readonly string[]) => runVentanilla(args, { VENTANILLA_DATA: join(folder, 'var') }, root);

const copias = 'procedures/aduana-nacional/copias-simples';

test('the procedures that come with the program have no faults and all their rehearsals go well, to every step of every flow', async () => {
  const checked = await run('check'), rehearsed = await run('rehearse');
  assert.deepEqual([checked.exit, checked.said.split('\n').length], [0, 1], checked.said);
  assert.match(checked.said, /^\d+ trámites revisados \(5 se hacen en línea\): 0 errores, 0 avisos\.$/);
  assert.equal(rehearsed.exit, 0, rehearsed.said);
  assert.doesNotMatch(rehearsed.said, /Ningún ensayo llega|✗/);
});

// What is called, how it ends, and what it says to whoever called it.
const calls: readonly (readonly [args: readonly string[], exit: number, says: RegExp])[] = [
  [[], 0, /Uso: ventanilla <orden>/],
  [['--help'], 0, /Uso: ventanilla <orden>/],
  [['help', 'db', 'backup'], 0, /^db backup: /],
  [['user', 'add', '-h'], 0, /--entity <clave>/],
  [['version'], 0, /^Ventanilla \d+\.\d+\.\d+ \(Node 2/],
  [['chek'], 2, /¿Quiso escribir «check»\?/],
  [['db'], 2, /No existe la orden «db»/],
  [['db', 'bakup', 'x'], 2, /¿Quiso escribir «db backup»\?/],
  [['help', 'nada'], 2, /No existe la orden «nada»/],
  [['check', '--todo'], 2, /No existe la opción «--todo»/],
  [['check', '--quiet=no'], 2, /«--quiet» no lleva ningún valor/],
  [['export', 'copias-simples'], 2, /le falta decir sobre qué/],
  [['export', 'a', 'b', 'c'], 2, /le sobra «c»/],
  [['export', 'a', 'b', '--version'], 2, /A la opción «--version» le falta su valor/],
  [['version', 'x'], 2, /le sobra «x»/],
  [['check', 'no-existe'], 3, /No existe la carpeta/],
  [['check', 'src'], 3, /no hay ningún trámite/],
  [['export', 'no-existe', '-'], 3, /No hay ningún trámite «no-existe»/],
  [['import', 'no-existe.zip'], 3, /No se puede leer/],
  [['import', 'package.json'], 3, /no es un trámite/],
  [['db', 'restore', 'src'], 3, /no hay un respaldo completo/],
  [['keys', 'rotat'], 2, /¿Quiso escribir «keys rotate»\?/],
  [['keys', 'rotate', 'ahora'], 2, /le sobra «ahora»/],
  [['keys', 'rotate'], 3, /no hay claves todavía/],
];

for (const [args, exit, says] of calls) {
  test(`ventanilla ${args.join(' ')} ends with ${exit}`, async () => {
    const ran = await run(...args);
    assert.equal(ran.exit, exit, ran.told);
    assert.match(ran.said + ran.told, says);
  });
}

test('every command has help in Spanish with an example', async () => {
  for (const { name, options } of commands) {
    const { said, exit } = await run('help', ...name.split(' '));
    assert.equal(exit, 0);
    assert.match(said, new RegExp(`Uso: ventanilla ${name}[^]*Ejemplos:\n {2}ventanilla [^]*${name}`));
    for (const option of Object.keys(options)) assert.ok(said.includes(`--${option}`), `${name} --${option}`);
  }
});

test('a faulty folder is told with file, line and mend, and ends with 1', async () => {
  const into = join(folder, 'faltas');
  await run('import', copias, '--to', into);
  const file = join(into, 'aduana-nacional/copias-simples/flow.bpmn');
  writeFileSync(file, readFileSync(file, 'utf8').replace('v:tariff="copia-simple"', 'v:tariff="copia"'));
  const checked = await run('check', into), rehearsed = await run('rehearse', into);
  assert.deepEqual([checked.exit, rehearsed.exit], [1, 1]);
  assert.match(checked.said, /copias-simples\/flow\.bpmn:\d+:\d+: error: .*arancel «copia».*\n {4}→ Use uno de estos: copia-simple/);
});

test('a rehearsal that fails ends with 1 and says which', async () => {
  const into = join(folder, 'ensayos');
  await run('import', copias, '--to', into);
  const file = join(into, 'aduana-nacional/copias-simples/scenarios.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('estado: archivado', 'estado: aprobado'));
  const { exit, said } = await run('rehearse', '--quiet', into);
  assert.equal(exit, 1);
  assert.match(said, /✗ Nadie paga y se archiva\n.*scenarios\.yaml:\d+:\d+: error: .*se esperaba «aprobado» y resultó «archivado»/);
  assert.match(said, /1 con fallas\.$/);
});

test('a procedure is exported, imported elsewhere, and not twice', async () => {
  const file = join(folder, 'copias.zip'), into = join(folder, 'destino');
  assert.equal((await run('export', 'copias-simples', file)).exit, 0);
  const piped = await run('export', 'aduana-nacional/copias-simples', '-');
  assert.deepEqual([piped.exit, piped.said, piped.bytes.equals(readFileSync(file))], [0, '', true]);
  assert.ok('folder' in unpackProcedure(piped.bytes));
  assert.match((await run('import', file, '--to', into)).said, /1 trámite guardado/);
  assert.match((await run('import', file, '--to', into)).said, /0 trámites guardados .*1 ya estaban iguales/);
  const messages = join(into, 'aduana-nacional/copias-simples/messages.yaml');
  writeFileSync(messages, '');
  assert.equal((await run('import', file, '--to', into)).exit, 3);
  assert.equal((await run('import', file, '--to', into, '--replace')).exit, 0);
  assert.notEqual(readFileSync(messages, 'utf8'), '');
  assert.equal((await run('export', 'copias-simples', file)).exit, 3);
});

test('what is faulty is not imported', async () => {
  const into = join(folder, 'nada'), broken = join(folder, 'roto.zip');
  writeFileSync(broken, 'no soy un paquete');
  assert.match((await run('import', broken, '--to', into)).told, /no es un archivo \.zip/);
  const lines = join(folder, 'malo.gobbo.jsonl');
  writeFileSync(lines, '{"nombre":"A"}\n');
  assert.match((await run('import', lines, '--to', into)).told, /línea 1 .*entidad/);
});

test('keys are rotated: each time it is said which one signs, which are still published and until when, and which is not any more', async () => {
  const data = join(folder, 'con-claves'), rotate = (more: Readonly<Record<string, string>> = {}) => runVentanilla(['keys', 'rotate'], { VENTANILLA_DATA: data, ...more }, root);
  const names = (): readonly string[] => findKeyState(data)?.published.map(({ name }) => name) ?? [];
  rotateKeys(data);
  const [newest, oldest] = names(), ran = await rotate(), [fresh] = names();
  assert.deepEqual([ran.exit, ran.told, names()], [0, '', [fresh, newest, oldest]]);
  assert.match(ran.said, new RegExp(`firma «${fresh}».*\n«${newest}» se sigue publicando.* cuando se cambien 2 veces más[.]\n«${oldest}» se sigue publicando.* con el próximo cambio[.]\nReinicie todas las copias`));
  const again = await rotate({ OIDC_ISSUER: 'https://ciudadania.example.bo' });
  assert.match(again.said, new RegExp(`«${oldest}» deja de publicarse: .*\nLos ingresos de la ciudadanía los firma https://ciudadania[.]example[.]bo`));
  assert.deepEqual([names().length, names().includes(oldest ?? '')], [3, false]);
});
