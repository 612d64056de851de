import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileFlow, step, type Flow, type FlowState, type StepResult } from '../index.ts';
import { bpmn, now } from '../test-support/play.ts';

/** A part of a structured flow: whatever splits is joined by its own kind. */
type Block =
  | { readonly kind: 'user' | 'script' }
  | { readonly kind: 'row'; readonly parts: readonly Block[] }
  | { readonly kind: 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway'; readonly parts: readonly Block[]; readonly choice: number }
  | { readonly kind: 'sub' | 'circle' | 'each'; readonly part: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Block>({ kind: 'user' }, { kind: 'script' }),
    fc.record({ kind: fc.constant('row' as const), parts: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constantFrom('exclusiveGateway' as const, 'parallelGateway' as const, 'inclusiveGateway' as const), parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }), choice: fc.nat(7) }),
    fc.record({ kind: fc.constantFrom('sub' as const, 'circle' as const, 'each' as const), part: tie('block') }),
  ),
}));

type Drawn = { readonly xml: string; readonly first: string; readonly last: string };

/** Writes blocks as BPMN, with ids that count up. */
class Pen {
  #next = 0;
  id(): string { this.#next += 1; return `n${this.#next}`; }
  line(from: string, to: string, condition?: string): string {
    const inner = condition === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression">${condition}</conditionExpression>`;
    return `<sequenceFlow id="${this.id()}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
  }

  draw(part: Block): Drawn {
    switch (part.kind) {
      case 'user': return this.one('<userTask id="#" v:unit="u"/>');
      case 'script': return this.one('<scriptTask id="#"><script>1 + 1</script></scriptTask>');
      case 'row': return this.row(part.parts.map((inner) => this.draw(inner)));
      case 'sub': return this.one(`<subProcess id="#">${this.inside(part.part)}</subProcess>`);
      case 'each': return this.one(`<subProcess id="#"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>${this.inside(part.part)}</subProcess>`);
      case 'circle': return this.circle(this.draw(part.part));
      default: return this.split(part.kind, part.parts.map((inner) => this.draw(inner)), part.choice);
    }
  }

  one(xml: string): Drawn {
    const id = this.id();
    return { xml: xml.replace('#', id), first: id, last: id };
  }

  row(parts: readonly Drawn[]): Drawn {
    return parts.reduce((all, part) => ({ xml: all.xml + part.xml + this.line(all.last, part.first), first: all.first, last: part.last }));
  }

  inside(part: Block): string {
    const drawn = this.draw(part);
    const [first, last] = [this.id(), this.id()];
    return `<startEvent id="${first}"/>${drawn.xml}<endEvent id="${last}"/>${this.line(first, drawn.first)}${this.line(drawn.last, last)}`;
  }

  /** Goes round twice: a script counts under its own name, which starts out as nothing. */
  circle(part: Drawn): Drawn {
    const [merge, count, choose] = [this.id(), this.id(), this.id()];
    const onwards = this.one('<task id="#"/>');
    const out = this.line(choose, onwards.first);
    const outId = /id="(\w+)"/.exec(out)?.[1] ?? '';
    const xml = `<exclusiveGateway id="${merge}"/><scriptTask id="${count}"><script>if ${count} = null then 1 else ${count} + 1</script></scriptTask><exclusiveGateway id="${choose}" default="${outId}"/>`;
    return { xml: xml + part.xml + onwards.xml + this.line(merge, part.first) + this.line(part.last, count) + this.line(count, choose) + out + this.line(choose, merge, `${count} &lt; 2`), first: merge, last: onwards.last };
  }

  split(kind: string, parts: readonly Drawn[], choice: number): Drawn {
    const [open, close] = [this.id(), this.id()];
    const conditional = kind !== 'parallelGateway';
    const ways = parts.map(({ first }, index) => this.line(open, first, conditional && index > 0 ? String(Math.floor(choice / 2 ** (index - 1)) % 2 === 1) : undefined));
    const otherwise = conditional ? ` default="${/id="(\w+)"/.exec(ways[0] ?? '')?.[1] ?? ''}"` : '';
    const xml = `<${kind} id="${open}"${otherwise}/><${kind} id="${close}"/>${parts.map((part) => part.xml).join('')}${ways.join('')}${parts.map(({ last }) => this.line(last, close)).join('')}`;
    return { xml, first: open, last: close };
  }
}

async function flowOf(part: Block): Promise<Flow> {
  const pen = new Pen();
  const { value, faults } = await compileFlow(bpmn(pen.inside(part)), 'flow.bpmn');
  assert.ok(value, JSON.stringify(faults));
  return deepFreeze(value);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

/** Officers do tasks in any order; every step is checked against its promises. */
function work(flow: Flow, picks: readonly number[]): { readonly state: FlowState; readonly created: number; readonly ended: number } {
  const environment = { now };
  const last = Object.values(flow.elements).find(({ kind, inside }) => kind === 'endEvent' && inside === undefined)?.id;
  const arrivals = ({ trace }: StepResult): number => trace.filter(({ kind, element }) => kind === 'left' && element === last).length;
  const first = step(flow, undefined, { kind: 'start' }, environment);
  let [state, created, ended, turn] = [first.state, count(first, 'createTask'), arrivals(first), 0];
  for (; state.status === 'running' && turn < 2_000; turn += 1) {
    const tasks = state.tokens.filter(({ at, rounds }) => flow.elements[at]?.kind === 'userTask' && !rounds);
    assert.ok(tasks.length > 0, `nobody can move: ${JSON.stringify(state.tokens)}`);
    const command = { kind: 'complete', token: tasks[(picks[turn % picks.length] ?? 0) % tasks.length]?.id ?? 0 } as const;
    const stored = deepFreeze(JSON.parse(JSON.stringify(state)) as FlowState);
    const result = step(flow, stored, command, environment);
    assert.deepEqual(result, step(flow, stored, command, environment), 'the same input gives the same result');
    assert.deepEqual(JSON.parse(JSON.stringify(result.state)), result.state, 'the state is plain JSON');
    ({ state } = result);
    created += count(result, 'createTask');
    ended += arrivals(result);
  }
  return { state, created: created - turn, ended };
}

const count = ({ effects }: { readonly effects: readonly { readonly kind: string }[] }, kind: string): number => effects.filter((effect) => effect.kind === kind).length;

test('structured flows end, lose no token, and leave no task behind', async () => {
  await fc.assert(fc.asyncProperty(block, fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }), async (part, picks) => {
    const { state, created, ended } = work(await flowOf(part), picks);
    assert.deepEqual([state.status, state.tokens, created, ended], ['completed', [], 0, 1]);
  }), { numRuns: 150 });
});

test('no command that comes at any time throws or loses what waits', async () => {
  const commands = fc.array(fc.oneof(
    fc.record({ kind: fc.constant('complete' as const), token: fc.nat(20) }), fc.record({ kind: fc.constant('retry' as const), token: fc.nat(20) }),
    fc.record({ kind: fc.constant('error' as const), token: fc.nat(20), code: fc.string() }), fc.record({ kind: fc.constant('message' as const), name: fc.string() }),
    fc.record({ kind: fc.constant('signal' as const), name: fc.string() }), fc.record({ kind: fc.constant('timer' as const), id: fc.string() }), fc.constant({ kind: 'start' as const }),
  ), { maxLength: 30 });
  await fc.assert(fc.asyncProperty(block, commands, async (part, given) => {
    const flow = await flowOf(part);
    let state: FlowState | undefined;
    for (const command of given) {
      const result = step(flow, state && deepFreeze(state), command, { now });
      if (result.unapplied === undefined || state) ({ state } = result);
      if (state?.status === 'running' && result.unapplied === undefined) assert.ok(state.tokens.length > 0);
    }
  }), { numRuns: 150 });
});
