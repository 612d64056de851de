import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composedTopics } from '#support/composition.ts';
import { checksOf } from './checks.ts';
import type { Facts } from './facts.ts';
import { hasWords } from './topics.ts';
import { sayWhy } from './why.ts';
import { saySize } from './words.ts';

const now = new Date('2026-11-23T14:00:00Z'), days = (count: number) => new Date(now.getTime() + count * 86_400_000), gb = 1e9;

// A real installation where all is well; each row changes one thing, and says which line then needs attention, or that none does.
const sound: Facts = {
  demo: false, version: '0.1.0', node: '24.1.0', database: { isEmbedded: false, version: '15.8', bytes: 46_200_000 }, disk: { folder: '/srv/ventanilla', free: 60 * gb, all: 100 * gb }, lastBackup: days(-1),
  antivirus: { state: 'working', note: 'El antivirus revisa cada archivo que se recibe.' }, filesNotScanned: 0, measures: { countedAt: now, observedAt: now, mismatches: 0 }, mail: { way: 'server', retried: 0 }, seal: { demonstration: false, until: days(400) },
  keys: { published: [{ name: 'a', leavesWith: 3 }], since: days(-30), isPrivate: true }, signing: { key: 'a', isStandIn: false },
};

const rows: readonly (readonly [what: string, change: Partial<Facts>, about: string | undefined, says?: RegExp])[] = [
  ['nothing changed', {}, undefined, /Está en un servidor, Postgres 15\.8, y ocupa 46,2 MB\./],
  ['the embedded database', { database: { ...sound.database, isEmbedded: true } }, undefined, /Es la incluida/],
  ['a large disk that is nearly full', { disk: { folder: '/srv', free: 19 * gb, all: 4000 * gb } }, 'Espacio en disco', /19 GB libres de 4 TB/],
  ['a large disk with some room', { disk: { folder: '/srv', free: 21 * gb, all: 4000 * gb } }, undefined],
  ['a small disk that is nearly full', { disk: { folder: '/srv', free: 1.9 * gb, all: 20 * gb } }, 'Espacio en disco'],
  ['a small disk with some room', { disk: { folder: '/srv', free: 2.1 * gb, all: 20 * gb } }, undefined],
  ['a backup of a week ago', { lastBackup: days(-7) }, undefined],
  ['a backup of longer ago', { lastBackup: days(-7.01) }, 'Respaldo', /ventanilla db backup/],
  ['no backup', { lastBackup: undefined }, 'Respaldo', /No consta ninguno\./],
  ['no backup of a demonstration', { lastBackup: undefined, demo: true }, undefined],
  ['no antivirus', { antivirus: { state: 'absent', note: 'No hay antivirus: quedan sin revisar. Instale clamav-daemon.' }, filesNotScanned: 3 }, 'Antivirus', /sin revisar\. 3 archivos esperan revisión\.\|Instale clamav-daemon\./],
  ['files that wait for an antivirus that answers', { filesNotScanned: 1 }, undefined, /1 archivo espera revisión/],
  ['no mail', { mail: { way: 'none', retried: 0 } }, 'Correo electrónico', /SMTP_URL/],
  ['a mail server that does not answer', { mail: { way: 'server', retried: 1_000, problem: 'El servidor de correo no responde.' } }, 'Correo electrónico', /más de 999 correos esperan otro intento\. El servidor/],
  ['mail of a demonstration', { mail: { way: 'page', retried: 0 }, demo: true }, undefined],
  ['nothing counted yet', { measures: { countedAt: null, observedAt: null, mismatches: 0 } }, undefined, /Todavía no se ha contado nada/],
  ['counting that stands still', { measures: { countedAt: days(-0.01), observedAt: now, mismatches: 0 } }, 'Indicadores', /transacción que quedó abierta/],
  ['counters that were wrong', { measures: { countedAt: now, observedAt: now, mismatches: 3 } }, 'Indicadores', /3 diferencias/],
  ['a seal of the demonstration', { seal: { demonstration: true, until: days(400) } }, 'Sello de la entidad', /VENTANILLA_SEALS/],
  ['the same in a demonstration', { seal: { demonstration: true, until: days(400) }, demo: true }, undefined],
  ['a seal that ends soon', { seal: { demonstration: false, until: days(59) } }, 'Sello de la entidad', /vence el/],
  ['a seal that has ended', { seal: { demonstration: false, until: days(-1) } }, 'Sello de la entidad', /venció el 22 de noviembre de 2026/],
  ['a seal that does not open', { seal: { problem: 'El dispositivo no está listo.' } }, 'Sello de la entidad', /El dispositivo no está listo/],
  ['keys that are gone', { keys: undefined }, 'Claves de identidad', /respaldo/],
  ['keys that cannot be read', { keys: { problem: 'Recupérelo de una copia.' } }, 'Claves de identidad', /Recupérelo/],
  ['keys that others may read', { keys: { published: [{ name: 'a', leavesWith: 3 }], since: now, isPrivate: false } }, 'Claves de identidad', /chmod 600/],
  ['keys rotated since the start', { signing: { key: 'b', isStandIn: false } }, 'Claves de identidad', /Reinicie/],
  ['the stand-in in a real installation', { signing: { key: 'a', isStandIn: true } }, 'Ingreso de la ciudadanía', /OIDC_ISSUER/],
  ['the stand-in in a demonstration', { signing: { key: 'a', isStandIn: true }, demo: true }, undefined],
];

for (const [what, change, about, says] of rows) {
  test(`${what}: ${about ?? 'all is well'}`, () => {
    const checks = checksOf({ ...sound, ...change }, now), bad = checks.filter(({ isGood }) => !isGood);
    assert.deepEqual(bad.map((check) => check.about), about === undefined ? [] : [about]);
    assert.match((about === undefined ? checks : bad).map((check) => `${check.says}|${check.isGood ? '' : check.next}`).join('\n'), says ?? /\./);
    for (const check of bad) assert.match(check.isGood ? '' : check.next, /^[A-ZÁÉÍÓÚ].{20,}\.$/s, 'the next step is a sentence');
  });
}

const whys: readonly (readonly [error: { readonly code?: string; readonly said: string } | undefined, says: RegExp])[] = [
  [undefined, /Nadie lo atendió/], [{ code: 'certificates.no_seal', said: 'La entidad todavía no tiene sello.' }, /^La entidad todavía no tiene sello\.$/],
  [{ code: 'ECONNREFUSED', said: 'connect ECONNREFUSED 10.0.0.1' }, /no responde\.$/], [{ code: 'ENOTFOUND', said: 'x' }, /DNS/], [{ code: 'ENOSPC', said: 'x' }, /disco está lleno/],
  [{ code: '53100', said: 'x' }, /disco está lleno/], [{ code: '57P01', said: 'x' }, /base de datos no respondió/], [{ code: '40P01', said: 'x' }, /ocupada/],
  [{ said: 'Invariant broken: secret' }, /^Falló algo dentro/], [{ code: 'ERR_X', said: 'secret' }, /^Falló algo dentro/],
];

for (const [error, says] of whys) test(`a delivery that ended with ${error?.code ?? error?.said ?? 'nothing'} is told in Spanish`, () => {
  assert.match(sayWhy(error), says);
  assert.doesNotMatch(sayWhy(error), /secret|10\.0\.0\.1/);
});

test('every topic that somebody acts on has its words', async () => {
  const topics = await composedTopics();
  assert.ok(topics.length > 15);
  assert.deepEqual(topics.filter((topic) => !hasWords(topic)), []);
});

for (const [bytes, said] of [[0, '0 kB'], [1, '0 kB'], [999_949, '999,9 kB'], [1_000_000, '1 MB'], [46_240_000, '46,2 MB'], [2e9, '2 GB'], [3.2e15, '3200 TB']] as const) {
  test(`${bytes} bytes are ${said}`, () => assert.equal(saySize(bytes).replace(/(\d)\.(\d{3})/, '$1$2'), said));
}
