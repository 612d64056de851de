import type { PersonId } from '#kernel/ids.ts';
import { localDateOf } from '#kernel/clock.ts';
import { refuse } from '../../errors.ts';
import type { PlanEventOf, PlanEventType } from './event.ts';
import { moveOn, type Move } from './move.ts';
import { addObservations, answerAll, isOpen, judge } from './observations.ts';
import type { Procedure } from './procedure.ts';
import { checkResolution, sameResolution } from './resolution.ts';
import { recompute } from './terms.ts';
import type { PlanActor, PlanFact, PlanFactType, PlanProcess, PlanWorld, Proceeding } from './types.ts';

type Decision = { readonly type: PlanFactType; readonly data?: PlanFact['data']; readonly then: Partial<PlanProcess> };
type Decider<Type extends PlanEventType> = (procedure: Procedure, plan: Proceeding, event: PlanEventOf<Type>, world: PlanWorld) => Decision;

/** The whole behaviour of a plan: a row for each event. */
const deciders: { readonly [Type in PlanEventType]: Decider<Type> } = {
  register: (procedure, plan, { by, sha256 }, world) => ({
    type: 'registered', data: { sha256 }, then: { ...moveOn(procedure, plan, by, { element: 'registro', outcome: 'registrar' }, world), round: 1, registered: sha256, sentBy: by.id },
  }),
  observe(procedure, plan, { by, findings, added }, world) {
    const then = moveOn(procedure, plan, by, reviewed('observar'), world), judged = judge(plan.process, findings);
    if (added.length === 0 && !judged.some(isOpen)) refuse('plan_nothing_observed');
    const observations = addObservations(judged, added, { round: plan.process.round, at: world.now.toISOString(), name: by.name });
    return { type: 'observed', data: { added: added.length, open: observations.filter(isOpen).length }, then: { ...then, observations } };
  },
  conform(procedure, plan, { by, findings, unsent }, world) {
    refuseSamePerson(by, plan.process.sentBy);
    const then = moveOn(procedure, plan, by, reviewed('conformar'), world), observations = judge(plan.process, findings);
    if (unsent > 0 || observations.some(isOpen)) refuse('plan_still_observed');
    return { type: 'conformed', then: { ...then, observations } };
  },
  answer(procedure, plan, { by, sha256, answers }, world) {
    const then = moveOn(procedure, plan, by, { element: 'ajuste', outcome: 'responder' }, world), round = plan.process.round + 1;
    return { type: 'answered', data: { sha256, round }, then: { ...then, round, registered: sha256, sentBy: by.id, observations: answerAll(plan.process.observations, answers, { round, at: world.now.toISOString(), name: by.name }) } };
  },
  approve(procedure, plan, { by, approval }, world) {
    if (approval.sha256 !== plan.process.registered) refuse('plan_content_differs');
    const then = moveOn(procedure, plan, by, { element: 'aprobacion_digital', outcome: 'aprobar' }, world);
    return { type: 'approved', data: { sha256: approval.sha256, code: approval.code, provider: approval.provider }, then: { ...then, approvedBy: by.id, approval: { ...approval, at: world.now.toISOString(), name: by.name } } };
  },
  authorise(procedure, plan, { by, number, day, text, confidential, reason }, world) {
    refuseSamePerson(by, plan.process.approvedBy);
    const resolution = { number, day, text, confidential, reason: confidential ? reason : '', fileId: null };
    const then = moveOn(procedure, plan, by, { element: 'resolucion', outcome: 'aprobar', result: { confidencial: confidential }, resolutionDay: day }, world);
    checkResolution(plan.process, resolution, localDateOf(world.now));
    return { type: 'authority_approved', data: { number, day, confidential }, then: { ...then, resolution } };
  },
  register_resolution(procedure, plan, { by, number, day, fileId }, world) {
    const then = moveOn(procedure, plan, by, { element: 'registro_resolucion', outcome: 'registrar' }, world);
    return { type: 'resolution_registered', data: { number, day, file: fileId }, then: { ...then, resolution: { ...sameResolution(plan.process, number, day), fileId } } };
  },
  close(procedure, plan, { by, reason }, world) {
    if (reason.trim() === '') refuse('plan_reason_needed');
    return { type: 'closed', data: { reason }, then: moveOn(procedure, plan, by, { element: 'ejecucion', outcome: 'cerrar' }, world) };
  },
  supersede: (procedure, plan, { by, version }, world) => ({
    type: 'superseded', data: { version }, then: moveOn(procedure, plan, by, { element: 'ejecucion', outcome: 'sustituir' }, world),
  }),
  opine(_procedure, { process }, { by, text }, world) {
    if (!by.roles.includes('coordinator')) refuse('plan_not_your_turn');
    if (!takesOpinions.includes(process.state)) refuse('plan_not_at_step');
    if (text.trim() === '') refuse('plan_opinion_empty');
    return { type: 'opinion_given', then: { opinions: [...process.opinions, { text, at: world.now.toISOString(), name: by.name, entityId: by.entityId }] } };
  },
  recompute_terms(procedure, { process }, { by }, world) {
    if (by.id !== null) refuse('plan_not_your_turn');
    const terms = recompute(process.terms, procedure.terms, world);
    if (terms === process.terms) refuse('plan_not_at_step');
    return { type: 'terms_recomputed', then: { terms } };
  },
};

// Two roles are no second pair of eyes.
function refuseSamePerson({ id }: PlanActor, before: PersonId | null | undefined): void {
  if (id !== null && id === before) refuse('plan_own_act');
}

const reviewed = (outcome: 'observar' | 'conformar'): Move => ({ element: 'revision', outcome });

/** Coordinators are heard while the plan can still change. */
const takesOpinions: readonly string[] = ['registered', 'observed'];

/** Decides what an event does to a plan: one fact with all that comes of it, or a refusal. Pure; time is in `world`. */
export function decidePlan<Type extends PlanEventType>(procedure: Procedure, plan: Proceeding, event: PlanEventOf<Type>, world: PlanWorld): PlanFact {
  const type: Type = event.type, decide: Decider<Type> = deciders[type];
  const { type: happened, data = {}, then } = decide(procedure, plan, event, world);
  return { type: happened, at: world.now.toISOString(), by: { id: event.by.id, name: event.by.name }, data, then };
}
