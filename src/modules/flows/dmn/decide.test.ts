import { test } from 'node:test';
import assert from 'node:assert/strict';
import { toPlain } from '#kernel/feel/index.ts';
import { compileDecisions, decide } from '../index.ts';

const dmn = (parts: string): string => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="d" namespace="n">\n${parts}\n</definitions>`;
const input = (name: string, type: string, ref = `i_${name}`): string => `<inputData id="${ref}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;
const rule = (when: string, then: string): string => `<rule><inputEntry><text>${when}</text></inputEntry><outputEntry><text>${then}</text></outputEntry></rule>`;
const table = (policy: string, rules: string, output = '<output/>'): string => `<decision id="t" name="tabla"><decisionTable ${policy}><input><inputExpression><text>n</text></inputExpression></input>${output}${rules}</decisionTable></decision>`;

async function answer(parts: string, variables: Record<string, unknown>, id = 't'): Promise<{ value: unknown; reason?: string }> {
  const { value, faults } = await compileDecisions(dmn(parts), 'decisions.dmn');
  assert.ok(value, JSON.stringify(faults));
  const outcome = decide(value, id, variables);
  return { ...outcome, value: toPlain(outcome.value) };
}

const three = rule('&gt; 1', '10') + rule('&gt; 2', '30') + rule('&gt; 3', '20');
const ordered = '<output><outputValues><text>30, 20, 10</text></outputValues></output>';
const policies: [policy: string, n: number, value: unknown, output?: string][] = [
  ['hitPolicy="UNIQUE"', 2, 10], ['hitPolicy="UNIQUE"', 5, null], ['', 1, null], ['hitPolicy="FIRST"', 5, 10], ['hitPolicy="ANY"', 2, 10], ['hitPolicy="ANY"', 5, null],
  ['hitPolicy="PRIORITY"', 5, 30, ordered], ['hitPolicy="OUTPUT ORDER"', 5, [30, 20, 10], ordered], ['hitPolicy="RULE ORDER"', 5, [10, 30, 20]],
  ['hitPolicy="COLLECT"', 5, [10, 30, 20]], ['hitPolicy="COLLECT" aggregation="SUM"', 5, 60], ['hitPolicy="COLLECT" aggregation="MIN"', 5, 10],
  ['hitPolicy="COLLECT" aggregation="MAX"', 5, 30], ['hitPolicy="COLLECT" aggregation="COUNT"', 5, 3], ['hitPolicy="COLLECT" aggregation="COUNT"', 0, 0], ['hitPolicy="COLLECT"', 0, []],
  ['hitPolicy="FIRST"', 0, 7, '<output><defaultOutputEntry><text>7</text></defaultOutputEntry></output>'],
];
for (const [policy, n, value, output] of policies) {
  test(`${policy || 'no policy'} of ${n} gives ${JSON.stringify(value)}`, async () => {
    assert.deepEqual((await answer(table(policy, three, output), { n })).value, value);
  });
}

test('several rules where one is due say why there is no answer', async () => {
  assert.match((await answer(table('hitPolicy="UNIQUE"', three), { n: 5 })).reason ?? '', /una sola regla/);
});

test('several outputs make a context', async () => {
  const parts = `<decision id="t" name="t"><decisionTable><input><inputExpression><text>n</text></inputExpression></input><output name="a"/><output name="b"/><rule><inputEntry><text>-</text></inputEntry><outputEntry><text>n + 1</text></outputEntry><outputEntry><text>"x"</text></outputEntry></rule></decisionTable></decision>`;
  assert.deepEqual((await answer(parts, { n: 1 })).value, { a: 2, b: 'x' });
});

test('decisions use other decisions, by names of several words', async () => {
  const parts = `${input('Monto base', 'number', 'i')}<decision id="a" name="Arancel total"><variable name="Arancel total"/><informationRequirement><requiredInput href="#i"/></informationRequirement><literalExpression><text>Monto base * 2</text></literalExpression></decision>
<decision id="t" name="t"><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>Arancel total + 1</text></literalExpression></decision>`;
  assert.equal((await answer(parts, { 'Monto base': 4 })).value, 9);
});

test('dates that come as text are dates', async () => {
  const parts = `${input('nacimiento', 'date')}<decision id="t" name="t"><literalExpression><text>nacimiento.year</text></literalExpression></decision>`;
  assert.equal((await answer(parts, { nacimiento: '1990-05-01' })).value, 1990);
});

test('values that are not allowed are refused', async () => {
  const parts = `<itemDefinition name="tClase"><typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues></itemDefinition>${input('clase', 'tClase')}<decision id="t" name="t"><literalExpression><text>clase</text></literalExpression></decision>`;
  assert.equal((await answer(parts, { clase: 'A' })).value, 'A');
  assert.match((await answer(parts, { clase: 'Z' })).reason ?? '', /«clase»/);
});

test('knowledge is called in a literal or a boxed invocation; contexts give their last entry', async () => {
  const model = '<businessKnowledgeModel id="k" name="doble"><variable name="doble"/><encapsulatedLogic><formalParameter name="x"/><literalExpression><text>x * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>';
  const knows = '<knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>';
  const boxed = '<invocation><literalExpression><text>doble</text></literalExpression><binding><parameter name="x"/><literalExpression><text>n</text></literalExpression></binding></invocation>';
  assert.equal((await answer(`${model}<decision id="t" name="t">${knows}<literalExpression><text>doble(n) + 1</text></literalExpression></decision>`, { n: 3 })).value, 7);
  assert.equal((await answer(`${model}<decision id="t" name="t">${knows}${boxed}</decision>`, { n: 3 })).value, 6);
  assert.equal((await answer('<decision id="t" name="t"><context><contextEntry><variable name="a"/><literalExpression><text>n + 1</text></literalExpression></contextEntry><contextEntry><literalExpression><text>a * 10</text></literalExpression></contextEntry></context></decision>', { n: 3 })).value, 40);
});

const faulty: [code: string, parts: string][] = [
  ['wrong_expression', '<decision id="t" name="t"><literalExpression><text>1 +</text></literalExpression></decision>'],
  ['wrong_expression', table('', rule('&gt; &gt; 1', '1'))],
  ['missing_logic', '<decision id="t" name="t"/>'],
  ['unsupported_logic', '<decision id="t" name="t"><relation/></decision>'],
  ['wrong_rule', table('', '<rule><inputEntry><text>1</text></inputEntry></rule>')],
  ['circular', '<decision id="t" name="t"><informationRequirement><requiredDecision href="#u"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision><decision id="u" name="u"><informationRequirement><requiredDecision href="#t"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>'],
  ['unknown_reference', '<decision id="t" name="t"><informationRequirement><requiredDecision href="#zz"/></informationRequirement><literalExpression><text>1</text></literalExpression></decision>'],
  ['unreadable', '<decision'],
];
for (const [code, parts] of faulty) {
  test(`decisions with ${code} have no value`, async () => {
    const { value, faults } = await compileDecisions(dmn(parts), 'decisions.dmn');
    assert.equal(value, undefined);
    assert.ok(faults.some((fault) => fault.code === `decisions.${code}`), JSON.stringify(faults));
  });
}
