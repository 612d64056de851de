import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileFlow } from '#modules/flows/index.ts';
import { parseForm } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { apartFields, factsWithoutApart, keptApart, withoutApart } from './apart.ts';
import { emptyState } from './fold.ts';
import type { Case, Fact, Task } from './types.ts';

const form = parseForm(`title: T
pages:
  - { id: datos, title: D, fields: [ { id: nombre, type: text, label: Nombre } ] }
  - { id: uno, title: A, officerOnly: true, fields: [ { id: informe, type: text, label: Informe } ] }
  - { id: dos, title: B, officerOnly: true, fields: [ { id: otro, type: text, label: Otro } ] }
`).value;
const task = (id: string, other: string, page: string): string => `<userTask id="${id}" v:unit="u" v:kind="opinion" v:outcomes="bien" v:apartFrom="${other}" v:form="${page}"/>`;
const { value: flow } = await compileFlow(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:ventanilla:bpmn:1" id="d" targetNamespace="urn:prueba"><process id="p" isExecutable="true">
  <startEvent id="i"/><sequenceFlow id="s0" sourceRef="i" targetRef="g"/><parallelGateway id="g"/><sequenceFlow id="s1" sourceRef="g" targetRef="a"/><sequenceFlow id="s2" sourceRef="g" targetRef="b"/>
  ${task('a', 'b', 'uno')}${task('b', 'a', 'dos')}<sequenceFlow id="s3" sourceRef="a" targetRef="j"/><sequenceFlow id="s4" sourceRef="b" targetRef="j"/><parallelGateway id="j"/>
  <sequenceFlow id="s5" sourceRef="j" targetRef="f"/><endEvent id="f" v:outcome="granted"/></process></definitions>`, 'flow.bpmn');
invariant(form && flow, 'form and flow are sound');
const definition = { form, flow }, author = newId<'person'>(), other = newId<'person'>();

const open = (element: string): Task => ({ key: 'f2', element, name: element, unit: 'u', kind: 'opinion', outcomes: ['bien'], openedAt: '2026-11-23T10:00:00Z' });
const caseWith = (...tasks: readonly Task[]): Pick<Case, 'state' | 'answers'> => ({ state: { ...emptyState, tasks, doneBy: { a: author } }, answers: { nombre: 'Rosa', informe: 'No conviene.' } });
const report: Fact = { type: 'task_completed', at: '2026-11-23T11:00:00Z', by: { kind: 'officer', id: author, name: 'Ana' }, data: { element: 'a', outcome: 'bien', reason: 'No conviene.', answers: { informe: 'No conviene.' } }, then: {} };

test('while the other report is made, nobody but its author reads the first', () => {
  const current = caseWith(open('b'));
  assert.deepEqual([...keptApart(definition, current, other)], ['a']);
  assert.deepEqual([...apartFields(definition, current, other)], ['informe']);
  assert.deepEqual(withoutApart(definition, current, other).answers, { nombre: 'Rosa' });
  const [told] = factsWithoutApart(definition, current, [report], other);
  assert.doesNotMatch(JSON.stringify(told), /No conviene|bien/);
  assert.equal(told?.by.name, 'Ana', 'that it was made, and by whom, shows');
});

for (const [when, current, reader] of [
  ['its author reads it', caseWith(open('b')), author], ['both are done', caseWith(), other], ['what is open is something else', caseWith({ ...open('b'), element: 'i' }), other],
] as const) {
  test(`nothing is kept back when ${when}`, () => {
    assert.equal(withoutApart(definition, current, reader), current);
    assert.deepEqual(factsWithoutApart(definition, current, [report], reader), [report]);
  });
}
