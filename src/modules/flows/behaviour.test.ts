import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { compileFlow, step, type Effect, type Flow, type FlowState } from './index.ts';
import { standardsFolder } from './test-support/standards.ts';

type Case = { readonly n: number; readonly input: string | null; readonly trace: readonly string[] };
type Model = { readonly name: string; readonly file: string; readonly cases: readonly Case[] };

const folder = join(standardsFolder, 'bpmn-behaviour');
const now = new Date('2026-11-20T12:00:00Z');

if (!existsSync(folder)) test('the published behaviour of 20 BPMN processes', { skip: `${folder} is not here` });
else for (const model of modelsOf(readFileSync(join(folder, 'cases.json'), 'utf8'))) for (const one of model.cases) {
  test(`${model.name} ${one.input ?? one.n} logs ${one.trace.join(' ')}`, async () => {
    const { value: flow, faults } = await compileFlow(asVentanilla(readFileSync(join(folder, model.file), 'utf8')), model.file);
    assert.ok(flow, JSON.stringify(faults));
    assert.deepEqual(runToEnd(flow, one.input).toSorted(), [...one.trace].sort());
  });
}

function modelsOf(text: string): readonly Model[] {
  return (JSON.parse(text) as { cases: Model[] }).cases;
}

/** The models' scripts and conditions are symbols; here they are the FEEL that they stand for. Long-running scripts are tasks that wait. */
function asVentanilla(xml: string): string {
  return xml
    .replace('<bpmn2:definitions', '<bpmn2:definitions xmlns:v="urn:ventanilla:bpmn:1"')
    .replace(/test\.contains\(("\w")\)/g, 'contains(test, $1)')
    .replace(/<bpmn2:scriptTask([^>]*)>((?:(?!<\/bpmn2:scriptTask)[\s\S])*)<bpmn2:script>CREATE_TIMESTAMP_LOG_\d<\/bpmn2:script>\s*<\/bpmn2:scriptTask>/g, '<bpmn2:userTask$1 v:unit="parallel">$2</bpmn2:userTask>')
    .replace(/<bpmn2:scriptTask /g, '<bpmn2:scriptTask v:result="log" ')
    .replace(/<bpmn2:script>SCRIPT_(\w+)</g, '<bpmn2:script>append(log, "$1")<')
    .replace(/<bpmn2:script>CREATE_LOG_FILE</g, '<bpmn2:script>[]<');
}

/** Runs until nothing more can happen: tasks that wait side by side are one entry, timers fire once nothing else moves. */
function runToEnd(flow: Flow, input: string | null): readonly string[] {
  let { state, effects } = step(flow, undefined, { kind: 'start', variables: { test: input } }, { now });
  const log: string[] = [];
  for (let round = 0; round < 20 && state.status === 'running'; round += 1) {
    const tasks = effects.filter(({ kind }) => kind === 'createTask');
    if (tasks.length > 1) log.push('PARALLEL');
    const next = advance(flow, state, effects);
    if (!next) break;
    ({ state, effects } = next);
  }
  const failed = effects.some(({ kind }) => kind === 'incident') ? ['ERROR_RUNTIME'] : [];
  return [...(state.variables['log'] as readonly string[]), ...log, ...failed];
}

function advance(flow: Flow, state: FlowState, effects: readonly Effect[]): { state: FlowState; effects: readonly Effect[] } | undefined {
  const tasks = effects.flatMap((effect) => (effect.kind === 'createTask' ? [effect.token] : []));
  if (tasks.length > 0) return tasks.map((token) => ({ kind: 'complete', token }) as const).reduce<{ state: FlowState; effects: readonly Effect[] }>((at, command) => step(flow, at.state, command, { now }), { state, effects });
  const timer = effects.find((effect) => effect.kind === 'startTimer');
  return timer ? step(flow, state, { kind: 'timer', id: timer.id }, { now }) : undefined;
}
