import { step, type FlowState, type Json } from '#modules/flows/index.ts';
import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { refuse } from '../../errors.ts';
import type { PlanState } from '../plan/plan.ts';
import type { Procedure } from './procedure.ts';
import { beginTerm, meetTerm, startOfTerm } from './terms.ts';
import type { PlanActor, PlanProcess, PlanWorld, Proceeding } from './types.ts';

/** The state of a plan whose diagram waits at an element; that of a plan whose diagram has ended depends on how it ended. */
const stateAt: Readonly<Record<string, PlanState>> = {
  registro: 'draft', revision: 'registered', ajuste: 'observed', aprobacion_digital: 'conforming', resolucion: 'approved', registro_resolucion: 'authority_approved', ejecucion: 'in_force',
};

/** A step of the diagram that somebody takes: the task that is answered, and how. */
export type Move = { readonly element: string; readonly outcome: string; readonly result?: Readonly<Record<string, Json>>; /** From when the next term counts, where that is not now. */ readonly resolutionDay?: LocalDate };

/** What is different once the diagram has gone on: its state, the open task, the terms. Refuses where the task is not open or is not the actor's. */
export function moveOn(procedure: Procedure, plan: Proceeding, by: PlanActor, move: Move, world: PlanWorld): Partial<PlanProcess> {
  const before = begun(procedure, plan, world), task = before.task?.element === move.element ? before.task : refuse('plan_not_at_step');
  checkTurn(procedure, plan, by, move, world);
  const result = step(procedure.flow, before.flow ?? undefined, { kind: 'complete', token: task.token, result: { outcome: move.outcome, ...move.result } }, { now: world.now });
  const incident = result.effects.find((effect) => effect.kind === 'incident');
  invariant(result.unapplied === undefined && incident === undefined, `the diagram goes on from ${move.element}: ${JSON.stringify(result.unapplied ?? incident)}`);
  const opened = openedTask(result.effects), today = localDateOf(world.now);
  const met = meetTerm(before.terms, procedure.flow.elements[move.element]?.attributes.term, today);
  return {
    flow: result.state, task: opened, done: [...before.done, ...result.trace.flatMap(({ kind, element }) => (kind === 'left' ? [element] : []))],
    state: opened === null ? endedAs(move) : stateOf(opened.element), terms: withTermOf(procedure, plan, opened?.element, met, world, move.resolutionDay),
  };
}

/** The plan as its diagram begins: a plan that nothing has happened to waits for its registration. */
export function begun(procedure: Procedure, plan: Proceeding, world: PlanWorld): PlanProcess {
  const { process } = plan;
  if (process.flow !== null) return process;
  const { state: flow, effects, trace } = step(procedure.flow, undefined, { kind: 'start' }, { now: world.now });
  const task = openedTask(effects), done = trace.flatMap(({ kind, element }) => (kind === 'left' ? [element] : []));
  return { ...process, flow: running(flow), task, done, terms: withTermOf(procedure, plan, task?.element, process.terms, world, undefined) };
}

function running(flow: FlowState): FlowState {
  invariant(flow.status === 'running', 'the diagram waits for the registration');
  return flow;
}

// Updates of a plan have no term: only its first formulation does (cap. 6.1, num. 3).
function withTermOf(procedure: Procedure, plan: Proceeding, element: string | undefined, terms: PlanProcess['terms'], world: PlanWorld, resolutionDay: LocalDate | undefined): PlanProcess['terms'] {
  const rule = procedure.terms[procedure.flow.elements[element ?? '']?.attributes.term ?? ''];
  if (rule === undefined || (rule.countsFrom === 'component' && plan.version > 1)) return terms;
  const from = startOfTerm(rule, world, resolutionDay);
  return from === undefined ? terms : [...terms, beginTerm(rule, from, world)];
}

function openedTask(effects: ReturnType<typeof step>['effects']): PlanProcess['task'] {
  const created = effects.find((effect) => effect.kind === 'createTask');
  return created ? { token: created.token, element: created.element } : null;
}

const endedAs = ({ outcome }: Move): PlanState => (outcome === 'sustituir' ? 'superseded' : 'closed');

function stateOf(element: string): PlanState {
  const state = stateAt[element];
  invariant(state, `a plan at ${element} has a state`);
  return state;
}

/** Refuses whoever the diagram does not name for this step: a role of the plan's own entity, or the agency's reviewers. Only the program itself lets a newer version take the place. */
function checkTurn(procedure: Procedure, plan: Proceeding, by: PlanActor, { element, outcome }: Move, world: PlanWorld): void {
  const mayGo = outcome === 'sustituir' ? by.id === null : mayTake(procedure, plan, by, element, world);
  if (!mayGo) refuse('plan_not_your_turn');
}

/** Whether the diagram gives a step to this person: by the role that it names, in the plan's own entity, or in the agency where it names its reviewers. */
export function mayTake({ flow }: Procedure, plan: Pick<Proceeding, 'entityId'>, by: Pick<PlanActor, 'entityId' | 'roles'>, element: string, { agencyId }: Pick<PlanWorld, 'agencyId'>): boolean {
  const role = flow.elements[element]?.attributes.unit, entityId = role === 'reviewer' ? agencyId : plan.entityId;
  return entityId !== undefined && by.entityId === entityId && by.roles.some((one) => one === role);
}
