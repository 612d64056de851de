import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '#modules/forms/index.ts';
import { textPage, type Inline, type OfficeText } from '#modules/office/index.ts';
import { parseLocalDate } from '#kernel/clock.ts';
import { namedId } from '#kernel/ids.ts';
import { digemigReport } from '../../content/examples/digemig.ts';
import { sayWritten } from '../../content/say.ts';
import { inOrder, type Part, type PartId } from '../parts.ts';
import { summaryText, type Report } from './summary-text.ts';

const idOf = (code: string): PartId => namedId(`part ${code}`);
const parts = inOrder(digemigReport.parts.map(({ kind, code, parent, answers }): Part => ({ id: idOf(code), examinationId: namedId('examination'), kind, code, parentId: parent === undefined ? null : idOf(parent), answers, revision: 1 })));
const report: Report = { examination: { answers: digemigReport.answers, example: 'digemig', stage: 'notified' }, parts, examinerName: 'Contraloría', examinedName: 'Dirección General de Migración', today: parseLocalDate('2026-11-20') ?? assert.fail(), say: sayWritten };

const inline = (text: Inline): string => (typeof text === 'string' ? text : text.map((run) => (typeof run === 'string' ? run : run.text)).join(''));
const wordsOf = ({ title, subtitle = '', entity, code = '', cover = [], day, blocks }: OfficeText): string => [title, subtitle, entity, code, day, ...cover.flat(), ...blocks.flatMap((block) => {
  switch (block.kind) {
    case 'heading': return [block.text];
    case 'paragraph': return [inline(block.text)];
    case 'list': return block.items.map(inline);
    case 'facts': return block.rows.flatMap(([name, value]) => [name, inline(value)]);
    case 'table': return [block.caption, ...block.rows.flat().map(inline)];
    default: return [];
  }
})].join('\n');

// Texts that people wrote; words of lists and codes of findings are said otherwise.
const chosen = new Set(['tipo', 'resultado', 'riesgo', 'prioridad']);
const factsIn = (answers: Answers): readonly string[] => Object.entries(answers).flatMap(([name, value]) => (chosen.has(name) ? [] : Array.isArray(value) ? value.flatMap((row) => (typeof row === 'object' && row !== null && !Array.isArray(row) ? factsIn(row as Answers) : [String(row)])) : [String(value)]));

test('every fact of the published report is in the summary that is written again from data', () => {
  const said = wordsOf(summaryText(report)), facts = [...factsIn(digemigReport.answers), ...digemigReport.parts.flatMap(({ code, answers }) => [code, ...factsIn(answers)]), 'Supervisión', 'Limitación al alcance', 'Ejemplo de una demostración'];
  assert.deepEqual(facts.filter((fact) => !said.includes(fact)), []);
  assert.ok(facts.length > 70, `${facts.length} facts`);
});

test('the page says the same', () => {
  const page = String(textPage(summaryText(report))).replaceAll(/<[^>]+>/g, '').replaceAll('&quot;', '"').replaceAll('&#39;', `'`);
  assert.deepEqual(digemigReport.parts.map(({ answers }) => String(answers.condicion ?? answers.texto ?? answers.documento)).filter((fact) => !page.includes(fact)), []);
});

test('recommendations stand below the one that gathers them, and what was not delivered is a limitation', () => {
  const said = wordsOf(summaryText(report));
  assert.match(said, /R3\. En el marco de su RE-SOA:.*\nR3\.a\. .*\nR3\.b\. .*\nR4\. /);
  assert.match(said, /Limitaciones al alcance\nP1 · Plan Institucional de Seguridad de la Información \(PISI\)\. ¿Se entregó\? No\./);
});

test('a report that has not been issued says that it is a draft, and what is missing', () => {
  const said = wordsOf(summaryText({ ...report, parts: [], examination: { answers: {}, example: null, stage: 'open' } }));
  assert.match(said, /Borrador/);
  assert.match(said, /Objetivo\nPor confirmar/);
  assert.doesNotMatch(said, /undefined|null|NaN/);
});
