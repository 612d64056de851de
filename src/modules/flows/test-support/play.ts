import assert from 'node:assert/strict';
import { compileFlow, step, type Command, type Effect, type Environment, type Flow, type FlowState, type TraceEntry } from '../index.ts';

export const now = new Date('2026-11-20T12:00:00Z');

/** A BPMN file around the elements of one process. */
export const bpmn = (elements: string, roots = '', id = 'p'): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:ventanilla:bpmn:1" targetNamespace="urn:prueba">
${roots}<process id="${id}" isExecutable="true">
${elements}
</process></definitions>`;

/** Short for a sequence flow `a>b`, or `a>b: condition`; `a>b` gets the id `a_b`. */
const way = (text: string): string => {
  const [, from = '', to = '', condition] = /^(\w+)>(\w+)(?:: (.*))?$/.exec(text) ?? [];
  const inner = condition === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression"><![CDATA[${condition}]]></conditionExpression>`;
  return `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
};
/** Several of them, with semicolons between: `s>a; a>e: x = 1`. */
export const ways = (text: string): string => text.trim().split(/\s*;\s*/).map(way).join('\n');

/** Compiles a flow that must be sound. */
export async function soundFlow(elements: string, roots = '', id = 'p'): Promise<Flow> {
  const { value, faults } = await compileFlow(bpmn(elements, roots, id), 'flow.bpmn');
  assert.ok(value, JSON.stringify(faults, null, 1));
  return value;
}

export type Played = { readonly state: FlowState | undefined; readonly trace: readonly TraceEntry[]; readonly effects: readonly Effect[]; readonly unapplied: readonly string[] };

/**
 * Plays moves, each one line: `start {vars}`, `done <element> {result}`, `message <name> {vars}`, `signal <name>`, `timer <event>`,
 * `error <element> <code>`, `retry <element> {vars}`, `cancel`. Every state goes through JSON, as when it is stored.
 */
export function play(flow: Flow, moves: readonly string[], environment: Partial<Environment> = {}): Played {
  let played: Played = { state: undefined, trace: [], effects: [], unapplied: [] };
  for (const move of moves) {
    const stored: FlowState | undefined = played.state && JSON.parse(JSON.stringify(played.state));
    const result = step(flow, stored, toCommand(move, played), { now, ...environment });
    assert.deepEqual(JSON.parse(JSON.stringify(result.state)), result.state, 'the state is plain JSON');
    played = { state: result.state, trace: [...played.trace, ...result.trace], effects: [...played.effects, ...result.effects], unapplied: [...played.unapplied, ...(result.unapplied ? [`${move.split(' ')[0]}: ${result.unapplied}`] : [])] };
  }
  return played;
}

/** What came of it: the elements left in order, then where tokens wait or how it ended. */
export function story({ state, trace }: Played): string {
  const left = trace.filter(({ kind }) => kind === 'left').map(({ element }) => element).join(' ');
  const waits = (state?.tokens ?? []).map(({ at, incident }) => (incident ? `${at}!` : at)).join(' ');
  return `${left} | ${state?.status === 'running' ? `waits: ${waits}` : (state?.status ?? 'nothing')}${state?.outcome === undefined ? '' : ` ${state.outcome}`}`;
}

function toCommand(move: string, played: Played): Command {
  const [, kind = '', name = '', more = ''] = /^(\w+)\s*([^\s{"[]\S*)?\s*(.*)$/.exec(move) ?? [];
  const given: Readonly<Record<string, unknown>> | undefined = more === '' || kind === 'error' ? undefined : JSON.parse(more);
  const token = played.state?.tokens.findLast(({ at, rounds }) => at === name && !rounds)?.id ?? 999;
  switch (kind) {
    case 'start': return { kind, ...(name === '' ? {} : { at: name }), ...(given ? { variables: given } : {}) };
    case 'done': return { kind: 'complete', token, ...(given === undefined ? {} : { result: given }) };
    case 'message': case 'signal': return { kind, name, ...(given ? { variables: given } : {}) };
    case 'timer': return { kind, id: idOfTimer(played, name) };
    case 'error': return { kind, token, code: more };
    case 'retry': return { kind, token: played.state?.tokens.find(({ at, incident }) => at === name && incident)?.id ?? token, ...(given ? { variables: given } : {}) };
    default: return { kind: 'cancel' };
  }
}

const idOfTimer = (played: Played, element: string): string =>
  played.effects.findLast((effect): effect is Extract<Effect, { kind: 'startTimer' }> => effect.kind === 'startTimer' && effect.element === element)?.id ?? element;
