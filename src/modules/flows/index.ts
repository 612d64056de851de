export type {
  Command, Decision, DecisionLogic, Decisions, DecisionTable, Effect, ElementKind, Environment, Flow, FlowElement, FlowState, HitPolicy,
  Json, Progress, Repeat, Rounds, SequenceFlow, StepResult, TimerWhen, Token, TokenId, TraceEntry, Trigger, Unapplied, Variables,
} from './domain/types.ts';
export { compileFlow } from './bpmn/compile.ts';
export { step } from './domain/step.ts';
export { elementReference } from './elements/index.ts';
export { timerInstant } from './domain/timer-instant.ts';
