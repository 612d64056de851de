import { test } from 'node:test';
import assert from 'node:assert/strict';
import { compileDecisions, step, type Effect } from '../index.ts';
import { now, play, soundFlow, story, ways } from '../test-support/play.ts';

const start = '<startEvent id="s"/>', end = '<endEvent id="e"/>';
const withoutToken = (effects: readonly Effect[]): readonly unknown[] => effects.map((effect) => Object.fromEntries(Object.entries(effect).filter(([name]) => name !== 'token' && name !== 'id')));

test('a task carries what its element says', async () => {
  const flow = await soundFlow(`${start}<userTask id="a" name="Revisar" v:unit="legal" v:kind="decision" v:outcomes="si, no" v:term="plazo" v:form="f"/><userTask id="b" v:unit="legal" v:outcomes="si" v:fourEyesWith="a"/>${end}${ways('s>a; a>b; b>e')}`);
  const { effects } = play(flow, ['start', 'done a']);
  assert.deepEqual(effects, [
    { kind: 'createTask', token: 2, element: 'a', name: 'Revisar', unit: 'legal', taskKind: 'decision', outcomes: ['si', 'no'], term: 'plazo', attributes: { unit: 'legal', kind: 'decision', outcomes: 'si, no', term: 'plazo', form: 'f' } },
    { kind: 'createTask', token: 3, element: 'b', unit: 'legal', taskKind: 'review', outcomes: ['si'], fourEyesWith: 'a', attributes: { unit: 'legal', outcomes: 'si', fourEyesWith: 'a' } },
  ]);
});

test('parameters with a leading = are computed, others are as written', async () => {
  const flow = await soundFlow(`${start}<serviceTask id="a" v:service="charge" v:tariff="basico" v:amount="=base * 2"/><sendTask id="b" v:message="aviso" v:to="=solicitante.correo"/>${end}${ways('s>a; a>b; b>e')}`);
  const { effects } = play(flow, ['start', 'done a'], { variables: { base: 5, solicitante: { correo: 'x@y.bo' } } });
  assert.deepEqual(withoutToken(effects), [
    { kind: 'callService', element: 'a', service: 'charge', parameters: { tariff: 'basico', amount: 10 } },
    { kind: 'send', element: 'b', message: 'aviso', to: 'x@y.bo', parameters: {} },
    { kind: 'end', ended: 'completed' },
  ]);
});

test('what hangs on a task starts with it and is taken back with it', async () => {
  const flow = await soundFlow(`${start}<userTask id="a" v:unit="u"/><boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>P5D</timeDuration></timerEventDefinition></boundaryEvent><boundaryEvent id="m" attachedToRef="a"><messageEventDefinition messageRef="M"/></boundaryEvent>${end}${ways('s>a; a>e; t>e; m>e')}`, '<message id="M" name="llegada"/>');
  const kinds = (moves: readonly string[]): readonly string[] => play(flow, moves).effects.map((effect) => ('element' in effect && effect.element ? `${effect.kind} ${effect.element}` : 'id' in effect ? `${effect.kind} ${effect.id}` : effect.kind));
  const opened = ['startTimer t', 'wait m', 'createTask a'];
  assert.deepEqual(kinds(['start']), opened);
  assert.deepEqual(kinds(['start', 'done a']), [...opened, 'cancelTimer 2:t', 'cancelWait m', 'end']);
  assert.deepEqual(kinds(['start', 'timer t']), [...opened, 'cancelWait m', 'cancelTask a', 'end']);
  assert.deepEqual(kinds(['start', 'message llegada']), [...opened, 'cancelTimer 2:t', 'cancelTask a', 'end']);
  assert.deepEqual(kinds(['start', 'cancel']), [...opened, 'cancelTimer 2:t', 'cancelWait m', 'cancelTask a', 'end']);
});

test('times may be terms, dates, repetitions and expressions', async () => {
  const catching = (id: string, inner: string): string => `<intermediateCatchEvent id="${id}"><timerEventDefinition>${inner}</timerEventDefinition></intermediateCatchEvent>`;
  const flow = await soundFlow(`${start}<intermediateCatchEvent id="a"><timerEventDefinition v:term="plazo"/></intermediateCatchEvent>${catching('b', '<timeDate>2026-12-31T18:00:00-04:00</timeDate>')}${catching('c', '<timeDuration>=duration("P" + string(dias) + "D")</timeDuration>')}${catching('d', '<timeDuration>=falta</timeDuration>')}${end}${ways('s>a; a>b; b>c; c>d; d>e')}`);
  const played = play(flow, ['start', 'timer a', 'timer b', 'timer c'], { variables: { dias: 3 } });
  assert.deepEqual(played.effects.flatMap((effect) => (effect.kind === 'startTimer' ? [effect.when] : [])), [{ term: 'plazo' }, { date: '2026-12-31T18:00:00-04:00' }, { duration: 'P3D' }]);
  assert.equal(story(played), 's a b c | waits: d!');
});

test('messages find the one that they are meant for', async () => {
  const flow = await soundFlow(`${start}<parallelGateway id="x"/><receiveTask id="a" v:waits="payment" v:correlation="cobro.a"/><receiveTask id="b" v:waits="payment" v:correlation="cobro.b"/><endEvent id="f"/>${end}${ways('s>x; x>a; x>b; a>e; b>f')}`);
  const environment = { now, variables: { cobro: { a: '1', b: '2' } } };
  const { state, effects } = step(flow, undefined, { kind: 'start' }, environment);
  assert.deepEqual(effects.map((effect) => (effect.kind === 'wait' ? effect.correlation : '')), ['1', '2']);
  const paid = step(flow, state, { kind: 'message', name: 'payment', correlation: '2', variables: { monto: 7 } }, environment);
  assert.deepEqual(paid.state.tokens.map(({ at }) => at), ['a']);
  assert.deepEqual(paid.state.variables, { b: { monto: 7 } });
});

test('each round has its item, and the results come in the order of the list', async () => {
  const flow = await soundFlow(`${start}<userTask id="a" v:unit="u" v:result="votos"><multiInstanceLoopCharacteristics v:collection="lista" v:item="uno"/></userTask><task id="z"/>${end}${ways('s>a; a>z; z>e')}`);
  const { effects, state } = play(flow, ['start {"lista":["x","y"]}', 'done a {"v":"segundo"}', 'done a {"v":"primero"}']);
  assert.deepEqual(effects.flatMap((effect) => (effect.kind === 'createTask' ? [effect.local] : [])), [{ loopCounter: 1, uno: 'x' }, { loopCounter: 2, uno: 'y' }]);
  assert.deepEqual(state?.variables['votos'], [{ v: 'primero' }, { v: 'segundo' }]);
  assert.equal(state?.variables['uno'], undefined);
});

test('a called flow sees the variables, keeps its own, and leaves them as its result', async () => {
  const called = await soundFlow(`${start}<scriptTask id="doble"><script>n * 2</script></scriptTask><userTask id="ver" v:unit="u"/>${end}${ways('s>doble; doble>ver; ver>e')}`, '', 'otro');
  const flow = await soundFlow(`${start}<callActivity id="c" calledElement="otro"/>${end}${ways('s>c; c>e')}`);
  const played = play(flow, ['start {"n":4}', 'done ver {"ok":true}'], { flows: { otro: called } });
  assert.deepEqual(played.state?.variables, { n: 4, c: { doble: 8, ver: { ok: true } } });
  assert.deepEqual(played.trace.find(({ element }) => element === 'ver')?.path, ['c']);
  assert.equal(story(played), 's s doble ver e c e | completed');
});

test('a called flow that is missing or calls itself without end stands still', async () => {
  const flow = await soundFlow(`${start}<callActivity id="c" calledElement="p"/>${end}${ways('s>c; c>e')}`);
  assert.equal(story(play(flow, ['start'])), 's | waits: c!');
  assert.match(play(flow, ['start'], { flows: { p: flow } }).state?.tokens.at(-1)?.incident?.reason ?? '', /20 llamadas/);
});

test('a decision is asked and its answer kept', async () => {
  const { value: decisions } = await compileDecisions(`<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="d" namespace="n"><decision id="monto" name="monto"><decisionTable hitPolicy="FIRST"><input><inputExpression><text>clase</text></inputExpression></input><output/><rule><inputEntry><text>"A"</text></inputEntry><outputEntry><text>100</text></outputEntry></rule><rule><inputEntry><text>-</text></inputEntry><outputEntry><text>50</text></outputEntry></rule></decisionTable></decision></definitions>`, 'decisions.dmn');
  assert.ok(decisions);
  const flow = await soundFlow(`${start}<businessRuleTask id="a" v:decision="monto" v:result="arancel"/>${end}${ways('s>a; a>e')}`);
  assert.equal(play(flow, ['start {"clase":"A"}'], { decisions }).state?.variables['arancel'], 100);
  assert.equal(play(flow, ['start {"clase":"B"}'], { decisions }).state?.variables['arancel'], 50);
  assert.match(play(flow, ['start']).state?.tokens[0]?.incident?.reason ?? '', /decisión «monto»/);
});

const refused: [move: string, why: string][] = [
  ['start', 'already_started'], ['done zz', 'no_such_token'], ['done x', 'no_such_token'], ['message nadie', 'not_awaited'], ['signal nadie', 'not_awaited'],
  ['timer nada', 'not_awaited'], ['error zz F', 'no_such_token'], ['retry a', 'no_incident'],
];
for (const [move, why] of refused) {
  test(`${move} changes nothing: ${why}`, async () => {
    const flow = await soundFlow(`${start}<userTask id="a" v:unit="u"/>${end}${ways('s>a; a>e')}`);
    const before = play(flow, ['start']);
    const after = play(flow, ['start', move]);
    assert.deepEqual(after.unapplied, [`${move.split(' ')[0]}: ${why}`]);
    assert.deepEqual(after.state, before.state);
    assert.deepEqual(after.effects, before.effects);
  });
}

test('commands before the start and after the end change nothing', async () => {
  const flow = await soundFlow(`${start}${end}${ways('s>e')}`);
  assert.deepEqual(play(flow, ['cancel']).unapplied, ['cancel: not_started']);
  assert.deepEqual(play(flow, ['start', 'cancel']).unapplied, ['cancel: already_ended']);
  assert.deepEqual(play(flow, ['start otro']).unapplied, ['start: no_such_start']);
});

test('a join is not completed by hand', async () => {
  const flow = await soundFlow(`${start}<parallelGateway id="x"/><userTask id="a" v:unit="u"/><parallelGateway id="y"/>${end}${ways('s>x; x>a; x>y; a>y; y>e')}`);
  assert.deepEqual(play(flow, ['start', 'done y']).unapplied, ['done: not_waiting']);
});
