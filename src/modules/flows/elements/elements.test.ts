import { test } from 'node:test';
import assert from 'node:assert/strict';
import { play, soundFlow, story, ways } from '../test-support/play.ts';

type Row = readonly [what: string, elements: string, moves: readonly string[], story: string, roots?: string];

const start = '<startEvent id="s"/>', end = '<endEvent id="e" v:outcome="granted"/>';
const user = (id: string, more = ''): string => `<userTask id="${id}" v:unit="u" v:outcomes="si, no"${more}/>`;
const timer = (inner: string): string => `<timerEventDefinition>${inner}</timerEventDefinition>`;
const after = (duration: string): string => timer(`<timeDuration>${duration}</timeDuration>`);
const signals = '<signal id="S" name="aviso"/>', messages = '<message id="M" name="llegada"/>', errors = '<error id="E" name="fallo" errorCode="F1"/><escalation id="X" escalationCode="X1"/>';

const rows: readonly Row[] = [
  ['plain and manual tasks pass by themselves', `${start}<task id="a"/><manualTask id="b"/>${end}${ways('s>a; a>b; b>e')}`, ['start'], 's a b e | completed granted'],
  ['a user task waits', `${start}${user('a')}${end}${ways('s>a; a>e')}`, ['start'], 's | waits: a'],
  ['a user task is done', `${start}${user('a')}${end}${ways('s>a; a>e')}`, ['start', 'done a {"outcome":"si"}'], 's a e | completed granted'],
  ['a service is called and answered', `${start}<serviceTask id="a" v:service="charge"/>${end}${ways('s>a; a>e')}`, ['start', 'done a {"id":1}'], 's a e | completed granted'],
  ['a message is sent without waiting', `${start}<sendTask id="a" v:message="admitida"/>${end}${ways('s>a; a>e')}`, ['start'], 's a e | completed granted'],
  ['a receive task waits for its message', `${start}<receiveTask id="a" v:waits="payment"/>${end}${ways('s>a; a>e')}`, ['start', 'message otro', 'message payment {"monto":5}'], 's a e | completed granted'],
  ['a script keeps its value', `${start}<scriptTask id="a" v:result="doble"><script>n * 2</script></scriptTask><exclusiveGateway id="x" default="x_no"/>${end}<endEvent id="no"/>${ways('s>a; a>x; x>e: doble = 6; x>no')}`, ['start {"n":3}'], 's a x e | completed granted'],
  ['the first condition that holds wins', `${start}<exclusiveGateway id="x" default="x_c"/><task id="a"/><task id="b"/><task id="c"/>${end}${ways('s>x; x>a: n > 1; x>b: n > 0; x>c; a>e; b>e; c>e')}`, ['start {"n":2}'], 's x a e | completed granted'],
  ['the default is taken when none holds', `${start}<exclusiveGateway id="x" default="x_c"/><task id="a"/><task id="c"/>${end}${ways('s>x; x>a: n > 1; x>c; a>e; c>e')}`, ['start {"n":0}'], 's x c e | completed granted'],
  ['parallel ways wait for one another', `${start}<parallelGateway id="x"/>${user('a')}${user('b')}<parallelGateway id="y"/>${end}${ways('s>x; x>a; x>b; a>y; b>y; y>e')}`, ['start', 'done a', 'done b'], 's x a b y y e | completed granted'],
  ['parallel ways are not all done', `${start}<parallelGateway id="x"/>${user('a')}${user('b')}<parallelGateway id="y"/>${end}${ways('s>x; x>a; x>b; a>y; b>y; y>e')}`, ['start', 'done b'], 's x b | waits: a y'],
  ['an inclusive join waits only for what may come', `${start}<inclusiveGateway id="x" default="x_c"/>${user('a')}${user('b')}${user('c')}<inclusiveGateway id="y"/>${end}${ways('s>x; x>a: n > 0; x>b: n > 1; x>c; a>y; b>y; c>y; y>e')}`, ['start {"n":2}', 'done a', 'done b'], 's x a b y y e | completed granted'],
  ['an inclusive join waits for a way that goes back first', `${start}<inclusiveGateway id="x"/>${user('a')}${user('b')}<exclusiveGateway id="l" default="l_y"/><inclusiveGateway id="y"/>${end}${ways('s>x; x>a: true; x>b: true; a>l; l>a: a.outcome = "no"; l>y; b>y; y>e')}`, ['start', 'done b', 'done a {"outcome":"no"}', 'done a {"outcome":"si"}'], 's x b a l a l y y e | completed granted'],
  ['inclusive joins in a circle do not wait for one another', `${start}<parallelGateway id="x"/><inclusiveGateway id="j"/><inclusiveGateway id="k"/>${user('a')}${user('b')}<exclusiveGateway id="g" default="g_e"/><exclusiveGateway id="h" default="h_f"/>${end}<endEvent id="f"/>${ways('s>x; x>j; x>k; j>a; a>g; g>k: false; g>e; k>b; b>h; h>j: false; h>f')}`, ['start', 'done a', 'done b'], 's x j a g e k b h f | completed granted'],
  ['two of three are enough for a complex join', `${start}<parallelGateway id="x"/>${user('a')}${user('b')}${user('c')}<complexGateway id="y"><activationCondition>activationCount &gt;= 2</activationCondition></complexGateway>${end}${ways('s>x; x>a; x>b; x>c; a>y; b>y; c>y; y>e')}`, ['start', 'done a', 'done b', 'done c'], 's x a b y y e c y | completed granted'],
  ['the first event is chosen', `${start}<eventBasedGateway id="x"/><intermediateCatchEvent id="m"><messageEventDefinition messageRef="M"/></intermediateCatchEvent><intermediateCatchEvent id="t">${after('P5D')}</intermediateCatchEvent>${end}${ways('s>x; x>m; x>t; m>e; t>e')}`, ['start', 'message llegada', 'timer t'], 's x m e | completed granted', messages],
  ['a timer is chosen', `${start}<eventBasedGateway id="x"/><receiveTask id="m" v:waits="payment"/><intermediateCatchEvent id="t">${after('P5D')}</intermediateCatchEvent>${end}${ways('s>x; x>m; x>t; m>e; t>e')}`, ['start', 'timer t'], 's x t e | completed granted'],
  ['an intermediate timer waits', `${start}<intermediateCatchEvent id="t"><timerEventDefinition v:term="plazo"/></intermediateCatchEvent>${end}${ways('s>t; t>e')}`, ['start', 'timer t'], 's t e | completed granted'],
  ['a signal reaches everybody who waits', `${start}<parallelGateway id="x"/><intermediateCatchEvent id="a"><signalEventDefinition signalRef="S"/></intermediateCatchEvent><intermediateCatchEvent id="b"><signalEventDefinition signalRef="S"/></intermediateCatchEvent><parallelGateway id="y"/>${end}${ways('s>x; x>a; x>b; a>y; b>y; y>e')}`, ['start', 'signal aviso'], 's x a b y y e | completed granted', signals],
  ['a thrown signal is heard in the same case', `${start}<parallelGateway id="x"/><intermediateThrowEvent id="a"><signalEventDefinition signalRef="S"/></intermediateThrowEvent><intermediateCatchEvent id="b"><signalEventDefinition signalRef="S"/></intermediateCatchEvent><parallelGateway id="y"/>${end}${ways('s>x; x>a; x>b; a>y; b>y; y>e')}`, ['start'], 's x a b y y e | completed granted', signals],
  ['a link jumps', `${start}<intermediateThrowEvent id="a"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateCatchEvent id="b"><linkEventDefinition name="L"/></intermediateCatchEvent>${end}${ways('s>a; b>e')}`, ['start'], 's a b e | completed granted'],
  ['an interrupting timer ends the task', `${start}${user('a')}<boundaryEvent id="t" attachedToRef="a">${after('P5D')}</boundaryEvent><endEvent id="f" v:outcome="abandoned"/>${end}${ways('s>a; a>e; t>f')}`, ['start', 'timer t'], 's t f | completed abandoned'],
  ['a timer that does not interrupt goes beside', `${start}${user('a')}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false">${after('P5D')}</boundaryEvent><task id="b"/><endEvent id="f"/>${end}${ways('s>a; a>e; t>b; b>f')}`, ['start', 'timer t', 'timer t'], 's t b f | waits: a'],
  ['a repeating timer fires as often as it says', `${start}${user('a')}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false">${timer('<timeCycle>R2/P1D</timeCycle>')}</boundaryEvent><endEvent id="f"/>${end}${ways('s>a; a>e; t>f')}`, ['start', 'timer t', 'timer t', 'timer t'], 's t f t f | waits: a'],
  ['a message on the border interrupts', `${start}${user('a')}<boundaryEvent id="m" attachedToRef="a"><messageEventDefinition messageRef="M"/></boundaryEvent>${end}${ways('s>a; a>e; m>e')}`, ['start', 'message llegada'], 's m e | completed granted', messages],
  ['an error of a service is caught', `${start}<serviceTask id="a" v:service="charge"/><boundaryEvent id="b" attachedToRef="a"><errorEventDefinition errorRef="E"/></boundaryEvent><endEvent id="f"/>${end}${ways('s>a; a>e; b>f')}`, ['start', 'error a F1'], 's b f | completed', errors],
  ['an error that nobody catches stands still', `${start}<serviceTask id="a" v:service="charge"/>${end}${ways('s>a; a>e')}`, ['start', 'error a ZZ'], 's | waits: a!'],
  ['a failed service is called again', `${start}<serviceTask id="a" v:service="charge"/>${end}${ways('s>a; a>e')}`, ['start', 'error a ZZ', 'retry a', 'done a'], 's a e | completed granted'],
  ['a sub-process ends when all inside has ended', `${start}<subProcess id="p1"><startEvent id="is"/><parallelGateway id="x"/>${user('a')}${user('b')}<endEvent id="ia"/><endEvent id="ib"/>${ways('is>x; x>a; x>b; a>ia; b>ib')}</subProcess>${end}${ways('s>p1; p1>e')}`, ['start', 'done a', 'done b'], 's is x a ia b ib p1 e | completed granted'],
  ['an error inside is caught on the border', `${start}<subProcess id="p1"><startEvent id="is"/><parallelGateway id="x"/>${user('a')}${user('b')}<endEvent id="ia"><errorEventDefinition errorRef="E"/></endEvent><endEvent id="ib"/>${ways('is>x; x>a; x>b; a>ia; b>ib')}</subProcess><boundaryEvent id="c" attachedToRef="p1"><errorEventDefinition/></boundaryEvent><endEvent id="f"/>${end}${ways('s>p1; p1>e; c>f')}`, ['start', 'done a'], 's is x a ia c f | completed', errors],
  ['an escalation lets the sub-process go on', `${start}<subProcess id="p1"><startEvent id="is"/><intermediateThrowEvent id="i"><escalationEventDefinition escalationRef="X"/></intermediateThrowEvent>${user('a')}<endEvent id="ie"/>${ways('is>i; i>a; a>ie')}</subProcess><boundaryEvent id="c" attachedToRef="p1" cancelActivity="false"><escalationEventDefinition escalationRef="X"/></boundaryEvent><endEvent id="f"/>${end}${ways('s>p1; p1>e; c>f')}`, ['start', 'done a'], 's is i c f a ie p1 e | completed granted', errors],
  ['a terminate inside ends only the inside', `${start}<subProcess id="p1"><startEvent id="is"/><parallelGateway id="x"/>${user('a')}${user('b')}<endEvent id="ia"><terminateEventDefinition/></endEvent><endEvent id="ib"/>${ways('is>x; x>a; x>b; a>ia; b>ib')}</subProcess>${end}${ways('s>p1; p1>e')}`, ['start', 'done a'], 's is x a ia p1 e | completed granted'],
  ['a terminate at the top ends everything', `${start}<parallelGateway id="x"/>${user('a')}${user('b')}<endEvent id="f" v:outcome="withdrawn"><terminateEventDefinition/></endEvent>${end}${ways('s>x; x>a; x>b; a>f; b>e')}`, ['start', 'done a'], 's x a f | terminated withdrawn'],
  ['an error end that nobody catches fails the flow', `${start}<endEvent id="f"><errorEventDefinition errorRef="E"/></endEvent>${ways('s>f')}`, ['start'], 's f | failed', errors],
  ['an event sub-process interrupts the process', `${start}${user('a')}<subProcess id="ev" triggeredByEvent="true"><startEvent id="es"><messageEventDefinition messageRef="M"/></startEvent><endEvent id="ee" v:outcome="withdrawn"/>${ways('es>ee')}</subProcess>${end}${ways('s>a; a>e')}`, ['start', 'message llegada'], 's es ee ev | completed withdrawn', messages],
  ['an event sub-process goes beside', `${start}${user('a')}<subProcess id="ev" triggeredByEvent="true"><startEvent id="es" isInterrupting="false"><messageEventDefinition messageRef="M"/></startEvent><endEvent id="ee"/>${ways('es>ee')}</subProcess>${end}${ways('s>a; a>e')}`, ['start', 'message llegada', 'message llegada', 'done a'], 's es ee ev es ee ev a e | completed granted', messages],
  ['each item in parallel', `${start}<userTask id="a" v:unit="u" v:outcomes="si"><multiInstanceLoopCharacteristics v:collection="lista" v:item="uno"/></userTask>${end}${ways('s>a; a>e')}`, ['start {"lista":["x","y"]}', 'done a {"v":2}', 'done a {"v":1}'], 's a a a e | completed granted'],
  ['each item one after another', `${start}<userTask id="a" v:unit="u" v:outcomes="si"><multiInstanceLoopCharacteristics isSequential="true" v:collection="lista" v:item="uno"/></userTask>${end}${ways('s>a; a>e')}`, ['start {"lista":["x","y"]}', 'done a'], 's a | waits: a a'],
  ['an empty list is passed by', `${start}<userTask id="a" v:unit="u"><multiInstanceLoopCharacteristics v:collection="lista" v:item="uno"/></userTask>${end}${ways('s>a; a>e')}`, ['start {"lista":[]}'], 's a e | completed granted'],
  ['enough rounds end the rest', `${start}<userTask id="a" v:unit="u"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality><completionCondition>nrOfCompletedInstances &gt;= 1</completionCondition></multiInstanceLoopCharacteristics></userTask>${end}${ways('s>a; a>e')}`, ['start', 'done a'], 's a a e | completed granted'],
  ['a loop while a condition holds', `${start}<scriptTask id="a" v:result="n"><script>n + 1</script><standardLoopCharacteristics testBefore="true"><loopCondition>n &lt; 3</loopCondition></standardLoopCharacteristics></scriptTask>${end}${ways('s>a; a>e')}`, ['start {"n":0}'], 's a a a a e | completed granted'],
  ['a loop has a most', `${start}<task id="a"><standardLoopCharacteristics loopMaximum="2"/></task>${end}${ways('s>a; a>e')}`, ['start'], 's a a a e | completed granted'],
  ['a sub-process for each item', `${start}<subProcess id="a" v:result="r"><multiInstanceLoopCharacteristics v:collection="lista" v:item="uno"/><startEvent id="is"/><scriptTask id="d" v:result="doble"><script>uno * 2</script></scriptTask><endEvent id="ie"/>${ways('is>d; d>ie')}</subProcess>${end}${ways('s>a; a>e')}`, ['start {"lista":[1,2]}'], 's is is d d ie ie a a a e | completed granted'],
  ['a condition that cannot be computed stands still, and goes on once mended', `${start}<exclusiveGateway id="x" default="x_f"/>${end}<endEvent id="f"/>${ways('s>x; x>e: monto > 5; x>f')}`, ['start', 'retry x {"monto":9}'], 's x e | completed granted'],
  ['a flow without a condition that holds stands still', `${start}<exclusiveGateway id="x"/>${end}<endEvent id="f"/>${ways('s>x; x>e: n = 1; x>f: n = 2')}`, ['start {"n":3}'], 's | waits: x!'],
  ['cancelling takes everything away', `${start}<parallelGateway id="x"/>${user('a')}${user('b')}${end}<endEvent id="f"/>${ways('s>x; x>a; x>b; a>e; b>f')}`, ['start', 'cancel'], 's x | cancelled'],
  ['an activity without condition follows all its ways', `${start}<task id="a"/><endEvent id="f"/>${end}${ways('s>a; a>e; a>f')}`, ['start'], 's a e f | completed granted'],
  ['starts by a message are chosen by name', `${start}<startEvent id="m"><messageEventDefinition messageRef="M"/></startEvent>${end}${ways('s>e; m>e')}`, ['start m'], 'm e | completed granted', messages],
];

for (const [what, elements, moves, expected, roots] of rows) {
  test(what, async () => {
    const flow = await soundFlow(elements, roots);
    assert.equal(story(play(flow, moves)), expected);
  });
}

test('a circle without a wait is stopped with an incident', async () => {
  const flow = await soundFlow(`${start}<exclusiveGateway id="x" default="x_a"/><task id="a"/>${end}${ways('s>x; x>a; a>x; x>e: n = 1')}`);
  const { effects, state } = play(flow, ['start {"n":0}']);
  assert.match(state?.tokens[0]?.incident?.reason ?? '', /sin detenerse/);
  assert.deepEqual(effects.map(({ kind }) => kind), ['incident']);
});
