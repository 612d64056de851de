import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseForm } from '../index.ts';

const page = (fields: string, more = '') => `title: T\npages:\n  - id: p\n    title: P\n${more}    fields:\n${fields}`;

const rows: readonly [what: string, text: string, code: string, mend: RegExp][] = [
  ['no form', '§- a', 'form.form', /title/],
  ['no title', '§pages: []', 'form.title', /title/],
  ['no pages', '§title: T', 'form.pages', /pages/],
  ['a misspelt attribute', page('      - {id: x, type: text, §lable: X, label: X}\n'), 'form.unknown_key', /«label»/],
  ['a misspelt type', page('      - {id: x, type: §txt, label: X}\n'), 'form.unknown_word', /«text»/],
  ['no type', page('      - §{id: x, label: X}\n'), 'form.type', /text, textarea/],
  ['no label', page('      - §{id: x, type: text}\n'), 'form.label', /label/],
  ['an attribute of another type', page('      - {id: x, type: yes-no, label: X, §options: [a, b]}\n'), 'form.unknown_key', /Use uno/],
  ['an id twice', page('      - {id: x, type: text, label: X}\n      - {id: §x, type: text, label: Y}\n'), 'form.duplicate_id', /distinto/],
  ['an id with a hyphen', page('      - {id: §a-b, type: text, label: X}\n'), 'form.id', /minúsculas/],
  ['an id of JavaScript', page('      - {id: §constructor, type: text, label: X}\n'), 'form.id', /reservada/],
  ['broken FEEL', page('      - {id: x, type: text, label: X, showIf: "a >§"}\n'), 'form.feel', /FEEL/],
  ['an unknown field in FEEL', page('      - {id: nombre, type: text, label: X}\n      - {id: y, type: text, label: Y, showIf: §nombr = "a"}\n'), 'form.unknown_field', /«nombre»/],
  ['a later field in FEEL', page('      - {id: x, type: text, label: X, showIf: §y = "a"}\n      - {id: y, type: text, label: Y}\n'), 'form.later_field', /Mueva/],
  ['itself in FEEL', page('      - {id: x, type: calculated, label: X, value: §x + 1}\n'), 'form.later_field', /Mueva/],
  ['an unknown prefill', page('      - {id: x, type: text, label: X, prefill: §persona.nombre}\n'), 'form.unknown_name', /solicitante/],
  ['a page without fields', 'title: T\npages:\n  - §{id: p, title: P}\n', 'form.empty_page', /fields/],
  ['a page that is never shown', page('      - {id: x, type: text, label: X}\n', '    showIf: §1 = 2\n'), 'form.unreachable', /condición/],
  ['two pages with one id', 'title: T\npages:\n  §- {id: p, title: P, fields: [{id: x, type: text, label: X}]}\n  - {id: p, title: P, fields: [{id: y, type: text, label: X}]}\n', 'form.duplicate_id', /distinto/],
  ['one option', page('      - {id: x, type: radios, label: X, options: §[a]}\n'), 'form.options', /entre 2/],
  ['an option twice', page('      - {id: x, type: radios, label: X, options: §[a, a]}\n'), 'form.options', /una sola/],
  ['a group in a group', page('      - {id: x, type: group, label: X, fields: [§{id: y, type: group, label: Y, fields: []}]}\n'), 'form.nested_group', /Saque/],
  ['a slow pattern', page('      - {id: x, type: text, label: X, pattern: §"(a+)+b"}\n'), 'form.slow_pattern', /repetición/],
  ['a broken pattern', page('      - {id: x, type: text, label: X, pattern: §"(a"}\n'), 'form.pattern', /paréntesis/],
  ['a limit that is no day', page('      - {id: x, type: date, label: X, max: §mañana}\n'), 'form.date', /AAAA-MM-DD/],
  ['an unknown kind of file', page('      - {id: x, type: file, label: X, accept: [§pfd]}\n'), 'form.unknown_word', /«pdf»/],
  ['a file of the applicant that is delivered', 'title: T\npages:\n  - §{id: p, title: P, fields: [{id: x, type: file, label: X, delivered: true}]}\n', 'form.delivered', /officerOnly/],
  ['an unknown autocomplete', page('      - {id: x, type: text, label: X, autocomplete: §nombre}\n'), 'form.autocomplete', /given-name/],
  ['words without Spanish', page('      - {id: x, type: text, label: §{qu: X}}\n'), 'form.words', /es/],
  ['min beyond max', page('      - {id: x, type: integer, label: X, min: 5, max: §2}\n'), 'form.range', /mayor/],
];

/** `§` stands where the fault must point to. */
for (const [what, marked, code, mend] of rows) {
  test(`${what}: ${code}`, () => {
    const before = marked.slice(0, marked.indexOf('§')).split('\n');
    const { value, faults } = parseForm(marked.replace('§', ''));
    const fault = faults.find((one) => one.code === code);
    assert.ok(fault, JSON.stringify(faults));
    assert.equal(value, undefined);
    assert.deepEqual([fault.line, fault.column], [before.length, (before.at(-1)?.length ?? 0) + 1]);
    assert.match(fault.mend, mend);
  });
}

test('one run finds every fault', () => {
  const { faults } = parseForm(page('      - {id: x, type: txt, label: X}\n      - {id: y, type: text}\n      - {id: z, type: text, label: Z, hnt: a}\n'));
  assert.deepEqual(faults.map(({ line }) => line), [6, 7, 8]);
});

test('names of other elements are known once declared', () => {
  const { value, faults } = parseForm(`uses: [evaluacion]\n${page('      - {id: x, type: text, label: X, showIf: evaluacion.outcome = "aprobar"}\n')}`);
  assert.deepEqual(faults, []);
  assert.ok(value);
});

test('no text makes parsing throw', () => {
  const whole = page('      - {id: x, type: group, label: X, rowName: socio, fields: [{id: y, type: money, label: Y, showIf: "1 > 0"}]}\n      - {id: z, type: calculated, label: Z, as: money, value: "sum(x.y)"}\n');
  fc.assert(fc.property(fc.nat(whole.length), fc.nat(12), fc.string({ unit: 'binary', maxLength: 12 }), (from, length, noise) => {
    const { value, faults } = parseForm(whole.slice(0, from) + noise + whole.slice(from + length));
    assert.ok(value !== undefined || faults.length > 0);
    for (const { line, column, reason, mend } of faults) assert.ok((line ?? 1) >= 1 && (column ?? 1) >= 1 && reason.length > 3 && mend.length > 3);
  }), { numRuns: 300 });
});
