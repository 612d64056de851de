import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkProcedureFlow, compileDecisions, compileFlow, readDrawing } from '../index.ts';
import { bpmn, soundFlow, ways } from '../test-support/play.ts';

type Row = readonly [code: string, at: string, elements: string, roots?: string];

const start = '<startEvent id="s"/>', end = '<endEvent id="e"/>';
const around = (element: string, more = ''): string => `${start}${element}${end}${ways('s>a; a>e')}${more}`;

/** Each is refused with its code, at the element that is named. */
const errors: readonly Row[] = [
  ['unsupported_element', 'a', around('<adHocSubProcess id="a"><task id="t"/></adHocSubProcess>')],
  ['unsupported_element', 'a', around('<transaction id="a"><startEvent id="q"/></transaction>')],
  ['unsupported_element', 'a', around('<intermediateThrowEvent id="a"><compensateEventDefinition/></intermediateThrowEvent>')],
  ['unsupported_element', 'a', around('<intermediateCatchEvent id="a"><conditionalEventDefinition><condition>x</condition></conditionalEventDefinition></intermediateCatchEvent>')],
  ['unsupported_element', 'a', around('<intermediateCatchEvent id="a"><signalEventDefinition signalRef="S"/><signalEventDefinition signalRef="S"/></intermediateCatchEvent>'), '<signal id="S" name="x"/>'],
  ['unsupported_element', 'a', around('<task id="a" isForCompensation="true"/>')],
  ['unsupported_element', 'a', around('<task id="a" startQuantity="2"/>')],
  ['unsupported_element', 'a', around('<task id="a"><multiInstanceLoopCharacteristics behavior="One"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></task>')],
  ['unsupported_element', 'a', `${start}<eventBasedGateway id="a" eventGatewayType="Parallel"/><receiveTask id="b" v:waits="x"/><receiveTask id="c" v:waits="y"/>${end}${ways('s>a; a>b; a>c; b>e; c>e')}`],
  ['missing_trigger', 'a', around('<intermediateCatchEvent id="a"/>')],
  ['missing_name', 'a', around('<intermediateCatchEvent id="a"><messageEventDefinition/></intermediateCatchEvent>')],
  ['missing_service', 'a', around('<serviceTask id="a"/>')],
  ['missing_message', 'a', around('<sendTask id="a"/>')],
  ['missing_waits', 'a', around('<receiveTask id="a"/>')],
  ['missing_script', 'a', around('<scriptTask id="a"/>')],
  ['missing_decision', 'a', around('<businessRuleTask id="a"/>')],
  ['missing_called', 'a', around('<callActivity id="a"/>')],
  ['unknown_attribute', 'a', around('<userTask id="a" v:unti="x"/>')],
  ['unknown_attribute', 's_a', `${start}<task id="a"/>${end}<sequenceFlow id="s_a" sourceRef="s" targetRef="a" v:unit="x"/>${ways('a>e')}`],
  ['unknown_reference', '', `${start}${end}${ways('s>e; s>zz')}`],
  ['duplicate_id', '', around('<task id="a"/><task id="a"/>')],
  ['missing_start', 'p', `<task id="a"/>${end}${ways('a>e')}`],
  ['several_starts', 's2', around('<task id="a"/><startEvent id="s2"/>', ways('s2>e'))],
  ['missing_start', 'a', around('<subProcess id="a"><task id="i"/></subProcess>')],
  ['wrong_start', 'i', around('<subProcess id="a"><startEvent id="i"><signalEventDefinition signalRef="S"/></startEvent></subProcess>'), '<signal id="S" name="x"/>'],
  ['wrong_start', 'v', around('<task id="a"/><subProcess id="v" triggeredByEvent="true"><startEvent id="i"/></subProcess>')],
  ['wrong_start', 's', `<startEvent id="s"><errorEventDefinition/></startEvent><task id="a"/>${end}${ways('s>a; a>e')}`],
  ['wrong_flow', 's', around('<task id="a"/>', ways('a>s'))],
  ['wrong_flow', 'e', around('<task id="a"/>', ways('e>a'))],
  ['wrong_flow', 'v', around('<task id="a"/><subProcess id="v" triggeredByEvent="true"><startEvent id="i"><timerEventDefinition v:term="x"/></startEvent></subProcess>', ways('v>e'))],
  ['crossing_flow', 'i_e', around('<subProcess id="a"><startEvent id="i"/></subProcess>', ways('i>e'))],
  ['wrong_boundary', 'b', around('<exclusiveGateway id="a"/><boundaryEvent id="b" attachedToRef="a"><errorEventDefinition/></boundaryEvent>', ways('b>e'))],
  ['unreachable', 'z', around('<task id="a"/><task id="z"/>', ways('z>e'))],
  ['endless', 'b', around('<task id="a"/><task id="b"/><task id="c"/>', ways('a>b; b>c; c>b'))],
  ['missing_condition', 'a_f', around('<exclusiveGateway id="a"/><endEvent id="f"/>', '').replace(ways('a>e'), ways('a>e: x = 1; a>f'))],
  ['useless_condition', 'a_e', around('<parallelGateway id="a"/>').replace(ways('a>e'), ways('a>e: x = 1'))],
  ['wrong_default', 'a', around('<task id="a" default="s_a"/>')],
  ['wrong_choice', 't', `${start}<eventBasedGateway id="a"/><receiveTask id="b" v:waits="x"/><task id="t"/>${end}${ways('s>a; a>b; a>t; b>e; t>e')}`],
  ['wrong_choice', 'a', `${start}<eventBasedGateway id="a"/><receiveTask id="b" v:waits="x"/>${end}${ways('s>a; a>b; b>e')}`],
  ['broken_link', 'l', around('<task id="a"/><intermediateThrowEvent id="l"><linkEventDefinition name="L"/></intermediateThrowEvent>', ways('a>l'))],
  ['wrong_expression', 'a_e', around('<task id="a"/>').replace(ways('a>e'), ways('a>e: x = = 1'))],
  ['wrong_expression', 'a', around('<scriptTask id="a"><script>1 +</script></scriptTask>')],
  ['wrong_expression', 'a', around('<serviceTask id="a" v:service="charge" v:amount="=1 +"/>')],
  ['wrong_repeat', 'a', around('<task id="a"><multiInstanceLoopCharacteristics/></task>')],
  ['wrong_time', 'a', around('<intermediateCatchEvent id="a"><timerEventDefinition><timeDuration>cinco días</timeDuration></timerEventDefinition></intermediateCatchEvent>')],
  ['wrong_time', 'a', around('<intermediateCatchEvent id="a"><timerEventDefinition><timeCycle>R3</timeCycle></timerEventDefinition></intermediateCatchEvent>')],
  ['wrong_time', 'a', around('<intermediateCatchEvent id="a"><timerEventDefinition><timeDate>2026-13-45</timeDate></timerEventDefinition></intermediateCatchEvent>')],
  ['wrong_time', 'a', around('<intermediateCatchEvent id="a"><timerEventDefinition/></intermediateCatchEvent>')],
];

for (const [code, at, elements, roots] of errors) {
  test(`${code} at ${at || 'its line'}`, async () => {
    const { value, faults } = await compileFlow(bpmn(elements, roots), 'flow.bpmn');
    const found = faults.find((fault) => fault.code === `flow.${code}` && (at === '' || fault.reason.startsWith(`${at}: `)));
    assert.ok(found, `expected ${code}, got ${JSON.stringify(faults)}`);
    assert.equal(value, undefined);
    assert.equal(found.severity, 'error');
    assert.ok((found.line ?? 0) >= 3, 'it says the line');
    assert.ok(found.mend.length > 10);
  });
}

const warnings: readonly Row[] = [
  ['may_get_stuck', 'a', around('<exclusiveGateway id="a"/><endEvent id="f"/>').replace(ways('a>e'), ways('a>e: x = 1; a>f: x = 2'))],
  ['may_get_stuck', 'a', around('<task id="a"/>').replace(ways('a>e'), ways('a>e: x = 1'))],
  ['may_wait_forever', 'y', `${start}<exclusiveGateway id="x" default="x_b"/><task id="a"/><task id="b"/><parallelGateway id="y"/>${end}${ways('s>x; x>a: n = 1; x>b; a>y; b>y; y>e')}`],
  ['done_twice', 'y_e', `${start}<parallelGateway id="x"/><task id="a"/><task id="b"/><exclusiveGateway id="y"/>${end}${ways('s>x; x>a; x>b; a>y; b>y; y>e')}`],
  ['implicit_end', 'b', around('<task id="a"/><task id="b"/>', ways('a>b'))],
  ['foreign_extension', '', around('<task id="a" xmlns:otra="urn:otra" otra:dato="x"/>')],
];
for (const [code, at, elements] of warnings) {
  test(`${code} only warns`, async () => {
    const { value, faults } = await compileFlow(bpmn(elements), 'flow.bpmn');
    assert.ok(value);
    assert.deepEqual(faults.map((fault) => [fault.code, fault.severity]), [[`flow.${code}`, 'warning']]);
    assert.ok(at === '' || faults[0]?.reason.startsWith(`${at}: `));
  });
}

const unreadable = ['', 'hola', '<a/>', '<definitions', bpmn('', '<process id="q"/>').replace('<process id="p"', '<process id="p" '), `${bpmn('<task id="a"')}`];
for (const xml of unreadable) test(`${JSON.stringify(xml.slice(0, 20))}… is unreadable or empty`, async () => {
  const { value, faults } = await compileFlow(xml, 'flow.bpmn');
  assert.equal(value, undefined);
  assert.ok(faults.some(({ severity }) => severity === 'error'));
});

test('of several processes the executable one runs', async () => {
  const xml = bpmn(`${start}${end}${ways('s>e')}`, '<process id="q"><task id="z"/></process>');
  assert.equal((await compileFlow(xml, 'flow.bpmn')).value?.id, 'p');
  assert.equal((await compileFlow(xml.replace('<process id="q">', '<process id="q" isExecutable="true">'), 'flow.bpmn')).faults[0]?.code, 'flow.several_processes');
});

test('any prefix may stand for our namespace', async () => {
  const { value } = await compileFlow(bpmn(around('<serviceTask id="a" v:service="charge" v:tariff="t"/>')).replaceAll('v:', 'zz:').replace('xmlns:v=', 'xmlns:zz='), 'flow.bpmn');
  assert.deepEqual(value?.elements['a']?.attributes, { service: 'charge', tariff: 't' });
});

test('a flow is plain JSON', async () => {
  const flow = await soundFlow(around('<userTask id="a" v:unit="u"/>'));
  assert.deepEqual(JSON.parse(JSON.stringify(flow)), flow);
});

const procedure: readonly [code: string, elements: string][] = [
  ['missing_unit', around('<userTask id="a" v:outcomes="si"/>')],
  ['missing_outcomes', around('<userTask id="a" v:unit="legal"/>')],
  ['unknown_kind', around('<userTask id="a" v:unit="legal" v:outcomes="si" v:kind="cosa"/>')],
  ['unknown_task', around('<userTask id="a" v:unit="legal" v:outcomes="si" v:fourEyesWith="a"/>')],
  ['unknown_unit', around('<userTask id="a" v:unit="otra" v:outcomes="si"/>')],
  ['unknown_service', around('<serviceTask id="a" v:service="otro"/>')],
  ['unknown_message', around('<sendTask id="a" v:message="otro"/>')],
  ['unknown_decision', around('<businessRuleTask id="a" v:decision="otra"/>')],
  ['unknown_term', around('<intermediateCatchEvent id="a"><timerEventDefinition v:term="otro"/></intermediateCatchEvent>')],
  ['unknown_outcome', around('<task id="a"/>').replace('<endEvent id="e"/>', '<endEvent id="e" v:outcome="ganado"/>')],
  ['missing_outcome', around('<task id="a"/>')],
  ['unknown_variable', around('<scriptTask id="a"><script>mnoto + 1</script></scriptTask>')],
  ['unknown_outcome', around('<userTask id="a" v:unit="legal" v:outcomes="si, no"/>').replace(ways('a>e'), ways('a>e: a.outcome = "tal vez"'))],
];
for (const [code, elements] of procedure) {
  test(`a procedure's flow has ${code}`, async () => {
    const xml = bpmn(elements);
    const { value } = await compileFlow(xml, 'flow.bpmn');
    assert.ok(value);
    const faults = checkProcedureFlow(value, 'flow.bpmn', xml, { units: ['legal'], services: ['charge'], messages: ['aviso'], decisions: ['d'], terms: ['plazo'], variables: ['monto'] });
    const found = faults.find((fault) => fault.code === `flow.${code}`);
    assert.ok(found, JSON.stringify(faults));
    assert.ok((found.line ?? 0) > 3);
    if (code === 'unknown_variable') assert.match(found.mend, /«monto»/);
  });
}

test('mutated files never throw', async () => {
  const whole = bpmn(`${start}<subProcess id="a"><startEvent id="i"/><userTask id="u" v:unit="x"/>${ways('i>u')}</subProcess><boundaryEvent id="b" attachedToRef="a"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>${end}${ways('s>a; a>e: x > 1; b>e')}`);
  const mutation = fc.record({ at: fc.nat(whole.length), cut: fc.nat(12), put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('"', '<', '>', '/', 'id="a"', '__proto__', 'constructor', '&lt;', '<task id="q"/>', 'xsi:type="tFormalExpression"')) });
  await fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
    const xml = mutations.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), whole);
    const { value, faults } = await compileFlow(xml, 'flow.bpmn');
    assert.equal(value === undefined, faults.some(({ severity }) => severity === 'error'));
    await readDrawing(xml, 'flow.bpmn');
    await compileDecisions(xml, 'decisions.dmn');
  }), { numRuns: 300 });
});
