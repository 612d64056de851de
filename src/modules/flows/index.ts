export type {
  Command, Effect, ElementKind, Environment, Flow, FlowElement, FlowState,
  Json, Progress, Repeat, Rounds, SequenceFlow, StepResult, TimerWhen, Token, TokenId, TraceEntry, Trigger, Unapplied, Variables,
} from './domain/types.ts';
export type { Decision, DecisionInput, DecisionLogic, Decisions, DecisionTable, HitPolicy } from './domain/decision.ts';
export { compileFlow } from './bpmn/compile.ts';
export { step } from './domain/step.ts';
export { elementReference } from './elements/index.ts';
export { timerInstant } from './domain/timer-instant.ts';
export { compileDecisions } from './dmn/compile.ts';
export { decide } from './dmn/decide.ts';
export { locateIn } from './bpmn/locate.ts';
export { checkProcedureFlow } from './checks/procedure.ts';
export type { ProcedureNames } from './checks/procedure.ts';
export { readDrawing } from './diagram/read.ts';
export { flowDiagram } from './diagram/svg.ts';
export type { DiagramOptions } from './diagram/svg.ts';
export type { Drawing } from './diagram/drawing.ts';
export { flowSteps, stepList } from './diagram/steps.ts';
export type { FlowStep, NextStep } from './diagram/steps.ts';
