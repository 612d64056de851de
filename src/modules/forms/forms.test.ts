import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate, type Report } from 'html-validate';
import { isRefusal } from '#kernel/errors/index.ts';
import { html } from '#kernel/html/html.ts';
import type { FileId } from '#kernel/ids.ts';
import {
  changedFields, correctionPages, estimatedMinutes, fieldIds, fieldTypeReference, formVariables, nextPage, parseForm, previousPage, readPage, recommendedMissing,
  renderPage, renderSummary, settleAnswers, startAnswers, summarise, toJsonSchema, uploadRules, validateAnswers, visiblePages, type Answers, type FileAnswer, type FormContext, type PageReading,
} from './index.ts';

const source = `
title: Apertura de establecimiento
uses: [inspeccion]
pages:
  - id: persona
    title: Sus datos
    intro: Revise lo que ya sabemos de usted.
    fields:
      - {id: nombre, type: text, label: Nombre completo, called: el nombre, prefill: solicitante.nombre, autocomplete: name}
      - {id: celular, type: phone, label: Celular, prefill: solicitante.celular, required: recommended}
      - {id: carnet, type: ci, label: Cédula de identidad, required: false, prefill: solicitante.carnet}
      - {id: empresa, type: yes-no, label: ¿Actúa por una empresa?}
      - {id: nit, type: nit, label: NIT de la empresa, showIf: empresa}
  - id: socios
    title: Socios
    showIf: empresa
    fields:
      - id: socios
        type: group
        label: Socios de la empresa
        rowName: socio
        minRows: 1
        maxRows: 3
        fields:
          - {id: nombre, type: text, label: Nombre}
          - {id: aporte, type: money, label: Aporte}
          - {id: poder, type: file, label: Poder notariado, showIf: aporte > 1000}
      - {id: capital, type: calculated, label: Capital, as: money, value: sum(socios.aporte)}
  - id: documentos
    title: Documentos
    fields:
      - {id: planos, type: file, label: Planos, accept: [pdf], maxFiles: 2, maxMegabytes: 20}
  - id: revision
    title: Revisión técnica
    officerOnly: true
    fields:
      - {id: riesgo, type: radios, label: Riesgo, options: [bajo, alto]}
`;
const form = parsed(source);
const context: FormContext = { now: new Date('2026-11-20T14:00:00Z'), variables: { solicitante: { nombre: 'Juana Choque', celular: '712 34567', carnet: '1234567-1A' } } };
const officer: FormContext = { ...context, viewer: 'officer' };
const plan: FileAnswer = { id: '0193f2a0-0000-7000-8000-000000000001' as FileId, name: 'planos.pdf', type: 'application/pdf', bytes: 1_200_000 };
const company: Answers = { nombre: 'Juana', empresa: true, nit: '1020304050', socios: [{ nombre: 'Ana', aporte: 50_000 }], planos: [{ ...plan }] };

function parsed(text: string) {
  const { value, faults } = parseForm(text);
  assert.ok(value, JSON.stringify(faults));
  return value;
}
const ids = (pages: readonly { id: string }[]) => pages.map(({ id }) => id);
const fieldsOf = (errors: readonly { field: string }[]) => errors.map(({ field }) => field);

test('a draft begins with what is known, in the shape its fields keep', () => {
  assert.deepEqual(startAnswers(form, context), { nombre: 'Juana Choque', celular: '+59171234567', carnet: { numero: '1234567', complemento: '1A' } });
  assert.deepEqual(startAnswers(form, { now: context.now, variables: { solicitante: { nombre: ['x'], celular: 5 } } }), {});
});

test('pages follow the answers, and officers and applicants each have theirs', () => {
  assert.deepEqual(ids(visiblePages(form, {}, context)), ['persona', 'documentos']);
  assert.deepEqual(ids(visiblePages(form, company, context)), ['persona', 'socios', 'documentos']);
  assert.deepEqual(ids(visiblePages(form, company, officer)), ['revision']);
  assert.equal(nextPage(form, 'persona', company, context)?.id, 'socios');
  assert.equal(nextPage(form, 'persona', {}, context)?.id, 'documentos');
  assert.equal(nextPage(form, 'documentos', company, context), undefined);
  assert.equal(previousPage(form, 'documentos', {}, context)?.id, 'persona');
  assert.equal(previousPage(form, 'persona', {}, context), undefined);
});

for (const [who, page, by] of [['an applicant', 'revision', context], ['an officer', 'persona', officer], ['anybody', 'nada', context]] as const) {
  test(`${who} can't post the page ${page}`, () => assert.throws(() => readPage(form, page, {}, {}, by), (caught) => isRefusal(caught, 'forms.page_not_found')));
}

test('a posted page changes only its own fields', () => {
  const { answers } = readPage(form, 'documentos', { nombre: 'Otro', riesgo: 'bajo', planos: 'x' }, { nombre: 'Juana' }, context);
  assert.deepEqual(answers, { nombre: 'Juana' });
});

test('a question that an answer makes appear is shown before it is demanded', () => {
  const body = { nombre: 'Juana', empresa: 'si', mostrados: '@persona,nombre,celular,carnet,empresa' };
  const first = readPage(form, 'persona', body, {}, context);
  assert.deepEqual([first.stay, first.errors], [true, []]);
  const second = readPage(form, 'persona', { ...body, mostrados: `${body.mostrados},nit` }, first.answers, context);
  assert.deepEqual([second.stay, fieldsOf(second.errors)], [false, ['nit']]);
});

test('answers to what is hidden are dropped on the page at once, and elsewhere at submission', () => {
  const { answers } = readPage(form, 'persona', { nombre: 'J', empresa: 'no', nit: '1020304050' }, company, context);
  assert.equal('nit' in answers, false);
  assert.equal('socios' in answers, true);
  assert.deepEqual(Object.keys(settleAnswers(form, answers, context)).sort(), ['empresa', 'nombre', 'planos']);
});

test('rows are added, taken away with what was typed after them, and dropped when blank', () => {
  const body = { 'socios-filas': '3', 'socios.0.nombre': 'A', 'socios.0.aporte': '1', 'socios.1.nombre': 'B', 'socios.1.aporte': 'x', 'socios.2.nombre': '', 'socios.2.aporte': '' };
  const gone = readPage(form, 'socios', body, company, context);
  assert.deepEqual([gone.answers.socios, fieldsOf(gone.errors)], [[{ nombre: 'A', aporte: 100 }, { nombre: 'B' }], ['socios.1.aporte']]);
  const removed = readPage(form, 'socios', { ...body, accion: 'quitar:socios:0' }, company, context);
  assert.deepEqual([removed.answers.socios, removed.entered, removed.stay, removed.errors], [[{ nombre: 'B' }, {}], { 'socios.0.aporte': 'x' }, true, []]);
  const added = readPage(form, 'socios', { ...body, mostrados: '@socios,socios', accion: 'agregar:socios' }, company, context);
  assert.deepEqual([added.stay, added.asksMore], [true, false], 'who adds a row knows why there is more to fill in');
  assert.equal(Array.isArray(added.answers.socios) && added.answers.socios.length, 4);
  assert.match(readPage(form, 'socios', { 'socios-filas': '0' }, company, context).errors[0]?.message ?? '', /agregue al menos 1 \(socio\)/);
});

test('a file of a row moves with its row', () => {
  const stored = { ...company, socios: [{ nombre: 'A', aporte: 1 }, { nombre: 'B', aporte: 200_000, poder: [{ ...plan }] }] };
  const body = { 'socios-filas': '2', 'socios.0.nombre': 'A', 'socios.0.aporte': '1', 'socios.1.nombre': 'B', 'socios.1.aporte': '2.000', accion: 'quitar:socios:0' };
  assert.deepEqual(readPage(form, 'socios', body, stored, context).answers.socios, [{ nombre: 'B', aporte: 200_000, poder: [plan] }]);
});

test('uploads join what was there, too many stay to choose from, and one is taken away', () => {
  const more = (n: number): FileAnswer => ({ ...plan, id: `0193f2a0-0000-7000-8000-00000000000${n}` as FileId });
  const full = readPage(form, 'documentos', {}, company, context, { uploads: { planos: { files: [more(2), more(3)] } } });
  assert.match(full.errors[0]?.message ?? '', /2 archivos\. Quite 1\./);
  assert.equal(Array.isArray(full.answers.planos) && full.answers.planos.length, 3);
  const less = readPage(form, 'documentos', { accion: `quitar-archivo:planos:${more(2).id}` }, full.answers, context);
  assert.deepEqual(validateAnswers(form, less.answers, context), []);
  const one = parsed(source.replace('maxFiles: 2', 'maxFiles: 1'));
  assert.deepEqual(readPage(one, 'documentos', {}, company, context, { uploads: { planos: { files: [more(2)] } } }).answers.planos, [more(2)], 'a new one takes the place of the only one');
  const refused = readPage(form, 'documentos', {}, {}, context, { uploads: { planos: { files: [], problem: 'El archivo está vacío.' } } });
  assert.deepEqual(refused.errors.map(({ message }) => message), ['El archivo está vacío.']);
});

test('everything is checked again as a whole', () => {
  assert.deepEqual(validateAnswers(form, company, context), []);
  assert.deepEqual(fieldsOf(validateAnswers(form, { empresa: true }, context)), ['nombre', 'nit', 'socios', 'planos']);
  assert.deepEqual(fieldsOf(validateAnswers(form, { ...company, socios: [{ nombre: 'Ana', aporte: 200_000 }] }, context)), ['socios.0.poder']);
  assert.deepEqual(fieldsOf(validateAnswers(form, company, officer)), ['riesgo']);
  assert.deepEqual(fieldsOf(recommendedMissing(form, company, context)), ['celular']);
});

test('calculated values are computed on the server, and conditions see bolivianos', () => {
  const settled = settleAnswers(form, { ...company, capital: 1, socios: [{ nombre: 'A', aporte: 10 }, { nombre: 'B', aporte: 20 }] }, context);
  assert.equal(settled.capital, 30);
  assert.equal(formVariables(form, settled, context).capital, 0.3);
  assert.equal(formVariables(form, {}, context).nombre, null);
});

test('the review says everything in words, and the officer sees their page too', () => {
  const rows = (by: FormContext) => summarise(form, settleAnswers(form, company, by), by).flatMap((section) => section.rows.map(({ label, lines }) => `${label}: ${lines.join()}`));
  assert.ok(rows(context).includes('Socio 1: Aporte: Bs\u00a0500,00'));
  assert.ok(rows(context).includes('Planos: planos.pdf (1,2 MB)'));
  assert.ok(rows(context).includes('Celular: Sin respuesta'));
  assert.equal(rows(context).some((row) => row.startsWith('Riesgo')), false);
  assert.ok(rows(officer).includes('Riesgo: Sin respuesta'));
});

test('a correction opens the named fields and what they make necessary, nothing else', () => {
  const before: Answers = { nombre: 'Juana', empresa: false, planos: [{ ...plan }] };
  assert.deepEqual(ids(correctionPages(form, before, context, ['empresa'])), ['persona']);
  const body = { nombre: 'Otra', empresa: 'si', mostrados: '@persona,empresa' };
  const reading = readPage(form, 'persona', body, before, context, { only: ['empresa'] });
  assert.deepEqual([reading.answers.nombre, reading.answers.empresa, reading.stay], ['Juana', true, true]);
  const page = form.pages[0];
  assert.ok(page);
  const shown = String(renderPage(form, page, reading.answers, [], { csrf: html``, context, corrections: [{ field: 'empresa', reason: 'El poder es de una empresa.' }] }));
  assert.match(shown, /Observación:<\/strong> El poder es de una empresa\./);
  const wrong = String(renderPage(form, page, reading.answers, [{ page: 'persona', field: 'nit', message: 'Escriba el NIT.' }], { csrf: html``, context, corrections: [], caption: 'Trámite 7', lead: html`<p>Falta el poder.</p>` }));
  assert.match(wrong, /Escriba el NIT[\s\S]*Trámite 7[\s\S]*<h1[\s\S]*Falta el poder[\s\S]*<form/, 'what is wrong stands first, the reason under the heading');
  assert.match(shown, /name="nit"/);
  assert.doesNotMatch(shown, /name="nombre"/);
  assert.match(shown, /Lo que no cambia[\s\S]*Juana/);
  assert.deepEqual(ids(correctionPages(form, reading.answers, context, ['empresa'])), ['persona', 'socios']);
});

test('two versions are compared by what must be answered again', () => {
  const changed = parsed(source.replace('label: Celular', 'label: Teléfono celular').replace('maxFiles: 2', 'maxFiles: 1').replace(/ {6}- \{id: carnet.*\n/, '      - {id: correo, type: email, label: Correo}\n'));
  assert.deepEqual(changedFields(form, changed), [
    { field: 'celular', change: 'reworded', ask: false }, { field: 'correo', change: 'added', ask: true },
    { field: 'planos', change: 'changed', ask: true }, { field: 'carnet', change: 'removed', ask: false },
  ]);
  assert.deepEqual(changedFields(form, parsed(source)), []);
});

test('the API is told the shape', () => {
  const schema = toJsonSchema(form);
  assert.deepEqual(schema.required, ['nombre', 'empresa', 'planos']);
  assert.equal(JSON.stringify(schema).includes('riesgo'), false);
  assert.equal(JSON.stringify(schema).includes('capital'), false);
});

test('the rows that a group begins with are on the page from the start, so that one press goes on', () => {
  const page = form.pages.find(({ id }) => id === 'socios');
  assert.ok(page);
  const drawn = String(renderPage(form, page, { empresa: true }, [], { csrf: html``, context }));
  const shown = /name="mostrados" value="([^"]*)"/.exec(drawn)?.[1] ?? '';
  const reading = readPage(form, 'socios', { mostrados: shown, 'socios-filas': '1', 'socios.0.nombre': 'Juana', 'socios.0.aporte': '500' }, { empresa: true }, context);
  assert.match(shown, /socios\.0\.nombre/);
  assert.deepEqual([reading.stay, reading.errors], [false, []]);
});

test('uploads, ids, minutes and the reference', () => {
  const [, socios, documentos] = form.pages;
  assert.ok(socios && documentos);
  assert.deepEqual(uploadRules(documentos, 'planos'), { accept: ['pdf'], bytesMax: 20_000_000, filesMax: 2 });
  assert.equal(uploadRules(socios, 'socios.2.poder')?.filesMax, 1);
  for (const name of ['nombre', 'socios.x.poder', 'socios.0.nombre', 'socios.0.poder.x', '__proto__', '']) assert.equal(uploadRules(socios, name), undefined);
  assert.ok(fieldIds(form).includes('socios'));
  assert.equal(estimatedMinutes(form), 3);
  assert.equal(fieldTypeReference().length, 19);
});

const everyType = fieldTypeReference().map(({ name }) => `      - {id: f_${name.replaceAll('-', '_')}, type: ${name}, label: Dato ${name}, hint: Una ayuda., ${extra(name)}}`).join('\n');
function extra(name: string): string {
  if (['select', 'radios', 'checkboxes'].includes(name)) return 'options: [{value: a, label: Alfa, hint: La primera.}, b]';
  if (name === 'calculated') return 'value: 1 + 1, as: number';
  if (name === 'information') return 'text: "Uno\\n\\nDos <b>"';
  return name === 'group' ? 'minRows: 2, maxRows: 4, fields: [{id: a, type: ci, label: Carnet}, {id: b, type: file, label: Foto}]' : 'required: true';
}

test('every page is correct HTML, with and without errors', async () => {
  const all = parsed(`title: T\npages:\n  - id: p\n    title: P\n    fields:\n${everyType}\n`);
  const [page] = all.pages;
  assert.ok(page);
  const reading = readPage(all, 'p', { f_text: '<script>', f_integer: '"><img>' }, { f_file: [{ ...plan }] }, context);
  assert.ok(reading.errors.length > 10);
  const csrf = html`<input type="hidden" name="csrf" value="t">`;
  const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });
  const looks: readonly Pick<PageReading, 'errors' | 'entered'>[] = [{ errors: [], entered: {} }, reading];
  for (const { errors, entered } of looks) {
    const body: string = String(renderPage(all, page, reading.answers, errors, { csrf, context, entered }));
    for (const { field } of errors) assert.ok(body.includes(`id="${field}"`), `the summary can lead to ${field}`);
    assert.doesNotMatch(body, /<script>|<img|undefined|\sstyle=/);
    const whole = `<!DOCTYPE html>\n<html lang="es"><head><title>Una página de prueba</title></head><body><main>${body}${String(renderSummary(summarise(all, reading.answers, context)))}</main></body></html>`;
    const report: Report = await validator.validateString(whole);
    const problems = report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`));
    assert.deepEqual(problems.filter((problem) => !/^(void-style|long-title|no-trailing-whitespace|attribute-boolean-style)/.test(problem)), []);
  }
});
