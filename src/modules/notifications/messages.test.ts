import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultMessage } from './content/index.ts';
import { mailAddress } from './channels/email/address.ts';
import { maskAddress, retryAt } from './domain/notice.ts';
import { paragraphs } from './domain/render.ts';
import { standardKeys } from './domain/template.ts';
import { knowsMessage, parseMessages, renderMessage } from './index.ts';

const tramite = { numero: 'AN-2026-000001-1', nombre: 'Copias simples', entidad: 'Aduana Nacional', fecha: '2026-03-02' };

test('a line of blanks that somebody typed costs no more than a line of letters', () => {
  const before = process.cpuUsage();
  assert.equal(paragraphs(`a  \r\n\n\n b\t \n${' '.repeat(60_000)}c`).slice(0, 7), 'a\n\n b\n ');
  assert.ok(process.cpuUsage(before).user < 1e6);
});

const wrong: readonly [name: string, text: string, code: string, line: number][] = [
  ['a list', '- a', 'shape', 1],
  ['a key with spaces', 'mi mensaje:\n  subject: a\n  body: b', 'key', 1],
  ['no subject', 'observed:\n  body: b', 'subject', 2],
  ['no body', 'observed:\n  subject: a', 'body', 2],
  ['an unknown member', 'observed:\n  subject: a\n  body: b\n  cuerpo: c', 'unknown_key', 4],
  ['a place that does not close', 'observed:\n  subject: a\n  body: hola {{tramite', 'placeholder', 3],
  ['an expression that is none', 'observed:\n  subject: a\n  body: |\n    Hola.\n    Tiene {{1 +}} días.', 'expression', 5],
  ['an empty place', 'observed:\n  subject: a\n  body: hola {{ }}', 'expression', 3],
  ['no Spanish', 'observed:\n  subject: { en: a }\n  body: b', 'words', 2],
  ['a channel that is none', 'observed:\n  subject: a\n  body: b\n  channels: [paloma]', 'unknown_word', 4],
  ['no YAML', 'observed: [', 'yaml', 1],
];
for (const [name, text, code, line] of wrong) {
  test(`messages with ${name}: messages.${code} in line ${line}`, () => {
    const { value, faults } = parseMessages(text);
    assert.equal(value, undefined);
    const fault = faults.find((one) => one.code === `messages.${code}`) ?? assert.fail(JSON.stringify(faults));
    assert.equal(fault.line, line);
    assert.ok(fault.mend.length > 5);
  });
}

test('an empty file is a procedure that writes no message of its own', () => {
  assert.deepEqual([parseMessages('').value?.size, parseMessages('# nada\n').value?.size], [0, 0]);
});

test('names that nothing gives are warned about, with the nearest', () => {
  const { value, faults } = parseMessages('observed:\n  subject: a\n  body: "{{nombe_empresa}} {{nombre_empresa}} {{tramite.numero}} {{dia(hoy)}}"', 'messages.yaml', ['nombre_empresa']);
  assert.ok(value);
  assert.deepEqual(faults.map(({ code, severity, mend }) => [code, severity, mend]), [['messages.unknown_name', 'warning', '¿Quiso escribir «nombre_empresa»?']]);
});

test('personal data in what travels by mail are warned about', () => {
  const { value, faults } = parseMessages('observed:\n  subject: Hola {{solicitante.nombre}}\n  body: Hola {{solicitante.nombre}}\n  mail: "{{empresa}} {{tramite.numero}}"', 'messages.yaml', ['empresa']);
  assert.ok(value);
  assert.deepEqual(faults.map(({ code, line }) => [code, line]), [['messages.personal', 2], ['messages.personal', 4]]);
});

const own = () => parseMessages(`
observed:
  subject: { es: "Corrija {{tramite.numero}}", en: "Correct {{tramite.numero}}" }
  body: |
    Estimada {{solicitante.nombre}}: {{lista}}. {{cantidad}} y {{si}}.

    {{falta}}

    Hasta el {{plazo.fecha}}: {{bolivianos(centavos)}}.
  channels: []
`).value;

test('a message is filled in, in its language, with days and numbers in words', () => {
  const variables = { tramite, solicitante: { nombre: 'Ana' }, lista: ['a', 'b'], cantidad: 1234.5, si: true, plazo: { fecha: '2026-03-20' }, centavos: 251 };
  const said = renderMessage(own(), 'observed', 'es', variables);
  assert.equal(said.subject, 'Corrija AN-2026-000001-1');
  assert.equal(said.body.replaceAll('\u00a0', ' '), 'Estimada Ana: a, b. 1.234,5 y sí.\n\nHasta el 20 de marzo de 2026: Bs 2,51.');
  assert.deepEqual(said.channels, []);
  assert.equal(renderMessage(own(), 'observed', 'en', variables).subject, 'Correct AN-2026-000001-1');
  assert.equal(renderMessage(own(), 'observed', 'qu', variables).subject, 'Corrija AN-2026-000001-1');
});

test('what a procedure does not write comes from the defaults, and nobody is left without word', () => {
  assert.equal(renderMessage(own(), 'received', 'es', { tramite }).subject, 'Recibimos su solicitud AN-2026-000001-1');
  assert.equal(renderMessage(undefined, 'inventada', 'es', { tramite }).subject, 'Hay novedades en su solicitud AN-2026-000001-1');
  assert.deepEqual(['observed', 'received', 'inventada'].map((key) => knowsMessage(own(), key)), [true, true, false]);
});

for (const key of standardKeys) {
  test(`the default message ${key} reads well, whether the occasion gives much or nothing`, () => {
    assert.ok(defaultMessage(key));
    const full = { cobro: { monto: 'Bs 2,51', concepto: 'Copia' }, cita: { fecha: '2026-03-20', hora: '10:00', lugar: 'Av. 20 de Octubre', motivo: 'Feriado: Duelo', guardado_hasta: '19 de marzo de 2026, 18:00' }, plazo: { fecha: '2026-04-01', fecha_anterior: '2026-03-30', motivo: 'Decreto' }, observacion: { motivo: 'Falta la firma' }, decision: { motivo: 'Cumple' }, certificado: { codigo: 'ABCD', nombre: 'Copia', vence: '2027-01-01' } };
    for (const variables of [{ tramite }, { tramite, ...full }]) {
      const { subject, body, mail } = renderMessage(undefined, key, 'es', variables);
      for (const text of [subject, body, mail]) {
        assert.ok(text.length > 10, key);
        assert.doesNotMatch(text, / {2}| [.,:]|\b(de el|a el|undefined|null)\b|\{\{|«»|\d{4}-\d{2}-\d{2}/);
      }
    }
  });
}

test('nothing that somebody types becomes a second line of a subject', () => {
  const messages = parseMessages('a:\n  subject: Hola {{x}}\n  body: "{{x}}"').value;
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (x) => {
    const { subject, body } = renderMessage(messages, 'a', 'es', { x });
    assert.doesNotMatch(subject, /[\p{Cc}\u2028\u2029]/u);
    assert.doesNotMatch(body, /[^\P{Cc}\n]/u);
  }));
  assert.equal(renderMessage(messages, 'a', 'es', { x: 'a\r\nBcc: otra@persona.bo' }).subject, 'Hola a Bcc: otra@persona.bo');
});

test('any text at all is read without a throw', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((text) => `a:\n  subject: s\n  body: "${text.replace(/["\\]/g, '')}{{${text.replace(/["\\]/g, '')}}}"`)), (text) => {
    const { value, faults } = parseMessages(text);
    assert.ok(value !== undefined || faults.length > 0);
  }));
});

for (const [text, isGood] of [
  ['ana@correo.bo', true], ['a.b+c@x-y.gob.bo', true], [' ana@correo.bo ', true], ['ana', false], ['ana@correo', false], ['a@b.bo, c@d.bo', false], ['a@b.bo\r\nBcc: c@d.bo', false],
  ['Ana <a@b.bo>', false], ['"a b"@c.bo', false], ['a@[127.0.0.1]', false], [`${'a'.repeat(65)}@b.bo`, false], ['', false], ['a@-b.bo', false],
] as const) {
  test(`«${text.slice(0, 40)}» is ${isGood ? 'an' : 'no'} address`, () => { assert.equal(mailAddress(text) !== undefined, isGood); });
}

test('an address is shown so that only its owner knows it', () => {
  assert.deepEqual(['maria@correo.bo', 'al@b.bo', 'nada'].map(maskAddress), ['m…a@correo.bo', 'a…@b.bo', '…']);
});

test('letters are tried for almost a day, and then no more', () => {
  const now = new Date('2026-03-02T12:00:00Z');
  const times = Array.from({ length: 9 }, (_, at) => retryAt(at + 1, now)).map((at) => at && (at.getTime() - now.getTime()) / 1000);
  assert.deepEqual(times, [60, 300, 900, 3_600, 10_800, 21_600, 43_200, undefined, undefined]);
});
