import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { shippedCalendar } from '#modules/calendars/index.ts';
import { phasesOf, totalOf } from '../../domain/plan/budget.ts';
import { cell, pointsIn, rowsIn, ticked } from '../../domain/plan/content.ts';
import { problemsOf } from '../../domain/plan/problems.ts';
import { missingSections } from '../../domain/plan/sections.ts';
import { nationalPlan } from '../national-plan.ts';
import { oruroExample } from './oruro.ts';

const { content, fromYear, toYear } = oruroExample, count = (group: string): number => rowsIn(content, group).length, points = (field: string): number => pointsIn(content, field).length;

const counted: readonly (readonly [what: string, found: number, expected: number])[] = [
  ['principles', count('principios'), 12], ['strengths', points('fortalezas'), 9], ['weaknesses', points('debilidades'), 9], ['opportunities', points('oportunidades'), 5], ['threats', points('amenazas'), 4],
  ['strategic objectives', count('objetivos'), 3], ['strategies', count('estrategias'), 11], ['enablers', count('habilitadores'), 36], ['indicators', count('indicadores'), 13], ['phases', count('fases'), 2], ['activities', count('tareas'), 8],
  ['specific objectives', points('objetivos_especificos'), 8], ['inner factors', points('factores_internos'), 4], ['outer factors', points('factores_externos'), 2], ['lessons', points('lecciones'), 8],
  ['duties of the area of technologies', points('rol_ti'), 9], ['actors', points('actores'), 4], ['key factors', points('factores_clave'), 7],
];

for (const [what, found, expected] of counted) test(`the plan of Oruro has its ${expected} ${what}`, () => assert.equal(found, expected));

test('its four pillars have their enablers', () => {
  const pillars = Object.groupBy(rowsIn(content, 'habilitadores'), (row) => cell(row, 'pilar'));
  assert.deepEqual(Object.entries(pillars).map(([name, rows]) => [name, rows?.length]), [['Marco Regulatorio', 23], ['Servicios y Procesos', 4], ['Tecnologías de la Información y Comunicaciones', 7], ['Personas', 2]]);
  assert.equal(rowsIn(content, 'habilitadores').filter((row) => /otro país/.test(cell(row, 'nota'))).length, 7, 'norms of another country are marked');
  assert.ok(rowsIn(content, 'habilitadores').every((row) => cell(row, 'norma') === ''), 'and none of them is given for a Bolivian norm');
});

test('its objectives are reached by the strategies that it names', () => {
  assert.deepEqual(rowsIn(content, 'objetivos').map((row) => [cell(row, 'codigo'), ticked(row, 'estrategias').map(Number)]), [['GC', [1, 2, 4, 5, 6, 7, 9, 11]], ['GA', [2, 3, 4, 6, 7, 8, 9, 10, 11]], ['GEE', [1, 2, 3, 4, 5, 6, 7, 9, 11]]]);
});

test('its two phases cost what its table says, and nothing is given to a line of which it says nothing', () => {
  const phases = phasesOf(content, []);
  assert.deepEqual(phases.map(({ plannedMinor }) => plannedMinor), [3_538_789_216, 5_539_170_000]);
  assert.equal(totalOf(phases), 9_077_959_216);
  assert.equal(count('partidas'), 0);
});

test('its activities take the months of its table', () => assert.deepEqual(rowsIn(content, 'tareas').map((row) => [row.duracion, row.unidad]), [12, 18, 24, 6, 10, 24, 6, 10].map((months) => [months, 'meses'])));

test('its indicators have no figures, because it gives none', () => assert.ok(rowsIn(content, 'indicadores').every((row) => row.linea_base === undefined && row.meta === undefined)));

test('its words are those of the document, letter by letter', () => {
  const row = (group: string, field: string): readonly string[] => rowsIn(content, group).map((one) => cell(one, field));
  const words = [...['mision', 'vision', 'objetivo_general', 'objetivos_especificos', 'fortalezas', 'debilidades', 'oportunidades', 'amenazas', 'lecciones', 'rol_ti', 'factores_clave'].flatMap((field) => pointsIn(content, field)),
    ...row('principios', 'texto'), ...row('habilitadores', 'nombre'), ...row('indicadores', 'nombre'), ...row('tareas', 'nombre')].map((text) => text.replaceAll(/\s+/g, ' ').trim());
  assert.equal(words.length, 131);
  // Taken once from the transcription of the document: whoever changes a word on purpose takes it again.
  assert.equal(hash('sha256', words.sort().join('\n')), '440b4c6ec5bf1754cc791d173b4643de7033380d86a0da8dd24e32a014e392ba');
});

test('what it lacks is said, not filled in', () => {
  assert.deepEqual(missingSections(content).map(({ key }) => key), ['alineacion', 'contribuciones', 'responsables', 'riesgos']);
  assert.deepEqual(problemsOf({ plan: { fromYear, toYear }, content, frame: nationalPlan, calendar: shippedCalendar({ department: 'OR' }, 2025, 2028) }).map(({ text }) => text), ['13 indicadores no tienen valor de partida o valor al que llegar. Sin los dos no se pueden medir.']);
});
