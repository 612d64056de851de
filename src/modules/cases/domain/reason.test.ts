import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileFlow } from '#modules/flows/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { emptyState } from './fold.ts';
import { decisionReason } from './reason.ts';

const task = (id: string, more = ''): string => `<userTask id="${id}" v:unit="u" v:kind="decision" v:outcomes="si, no"${more}/>`;
const { value: flow } = await compileFlow(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:ventanilla:bpmn:1" id="d" targetNamespace="urn:prueba"><process id="p" isExecutable="true">
  <startEvent id="i"/><sequenceFlow id="s0" sourceRef="i" targetRef="a"/>${task('a', ' v:result="calificacion"')}<sequenceFlow id="s1" sourceRef="a" targetRef="b"/>${task('b', ' v:fourEyesWith="a"')}
  <sequenceFlow id="s2" sourceRef="b" targetRef="c"/>${task('c')}<sequenceFlow id="s3" sourceRef="c" targetRef="f"/><endEvent id="f" v:outcome="refused"/></process></definitions>`, 'flow.bpmn');
invariant(flow, 'the flow is sound');

const answered = (reason: string, hour: number) => ({ outcome: 'no', reason, fecha: `2026-11-20T${hour}:00:00.000Z` });
const first = answered('Faltan pruebas', 10), second = answered('De acuerdo.', 11);

const rows: readonly (readonly [what: string, variables: typeof emptyState.flow.variables, expected: string | null])[] = [
  ['nobody has answered', { otra: 'cosa' }, null],
  ['somebody has answered without a reason', { calificacion: answered('  ', 10) }, null],
  ['one has answered', { calificacion: first }, 'Faltan pruebas.'],
  ['a second person has agreed', { calificacion: first, b: second }, 'Faltan pruebas. De acuerdo.'],
  ['a second person has said the same', { calificacion: first, b: answered('Faltan pruebas.', 11) }, 'Faltan pruebas.'],
  ['somebody else has decided after them', { calificacion: first, b: second, c: answered('Se archiva.', 12) }, 'Se archiva.'],
];
for (const [what, variables, expected] of rows) {
  test(`when ${what}, the reason is ${expected ?? 'not known'}`, () => assert.equal(decisionReason({ flow }, { state: { ...emptyState, flow: { ...emptyState.flow, variables } } }), expected));
}
