export type {
  Command, Decision, DecisionLogic, Decisions, DecisionTable, Effect, ElementKind, Environment, Flow, FlowElement, FlowState, HitPolicy,
  Json, Progress, Repeat, SequenceFlow, StepResult, TimerWhen, Token, TokenId, TraceEntry, Trigger, Unapplied, Variables,
} from './domain/types.ts';
