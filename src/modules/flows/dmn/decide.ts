import { compileFeel, compileUnary, feelFunction, feelOfType, testUnary, tryFeel, type FeelOutcome } from '#kernel/feel/index.ts';
import type { Decision, DecisionLogic, Decisions } from '../domain/decision.ts';
import type { Variables } from '../domain/types.ts';
import { decideTable } from './table.ts';

/**
 * The answer of a decision, found by id or name, with the decisions that it needs; `null` and a reason in Spanish when it can't be had.
 * Pure; never throws for what a designer wrote.
 */
export function decide(decisions: Decisions | undefined, id: string, variables: Variables): FeelOutcome {
  const decision = decisions && findDecision(decisions, id);
  if (!decisions || !decision) return { value: null, reason: `No se encuentra la decisión «${id}».` };
  const { inputs, reason } = takeInputs(decisions, variables);
  return reason === undefined ? evaluate(decisions, decision, inputs) : { value: null, reason };
}

const findDecision = (decisions: Decisions, id: string): Decision | undefined =>
  Object.hasOwn(decisions.decisions, id) ? decisions.decisions[id] : Object.values(decisions.decisions).find(({ name }) => name === id);

/** Dates and times that come as text are given their type; values that aren't allowed are refused. */
function takeInputs(decisions: Decisions, variables: Variables): { readonly inputs: Variables; readonly reason?: string } {
  const inputs: Record<string, unknown> = { ...variables };
  for (const { name, type, allowed } of decisions.inputs) {
    if (!Object.hasOwn(inputs, name)) continue;
    inputs[name] = feelOfType(inputs[name], type);
    const test = allowed === undefined ? undefined : compileUnary(allowed).test;
    if (test && inputs[name] !== null && !testUnary(test, inputs[name])) return { inputs, reason: `«${name}» tiene un valor que la decisión no prevé (${allowed}).` };
  }
  return { inputs };
}

function evaluate(decisions: Decisions, decision: Decision, variables: Variables): FeelOutcome {
  const scope: Record<string, unknown> = { ...variables };
  for (const id of decision.knows) {
    const known = decisions.knowledge[id];
    if (known) scope[known.name] = evaluate(decisions, known, variables).value;
  }
  for (const id of decision.requires) {
    const required = decisions.decisions[id];
    if (required) scope[required.name] = evaluate(decisions, required, variables).value;
  }
  return reason(decision.logic, scope, decision.names);
}

/** The value of one piece of logic. */
function reason(logic: DecisionLogic, scope: Variables, names: readonly string[]): FeelOutcome {
  switch (logic.kind) {
    case 'literal': return literal(logic.expression, scope, names);
    case 'table': return decideTable(logic.table, scope, names);
    case 'function': return { value: feelFunction(logic.parameters, (given) => reason(logic.body, { ...scope, ...given }, [...names, ...logic.parameters]).value) };
    case 'invocation': return invoke(logic, scope, names);
    case 'context': return context(logic, scope, names);
  }
}

function literal(text: string, scope: Variables, names: readonly string[]): FeelOutcome {
  const { expression, problem } = compileFeel(text, names);
  return expression ? tryFeel(expression, scope) : { value: null, reason: problem?.message ?? '' };
}

function invoke(logic: Extract<DecisionLogic, { kind: 'invocation' }>, scope: Variables, names: readonly string[]): FeelOutcome {
  const given = Object.fromEntries(logic.bindings.map((binding, index) => [`p${index}`, reason(binding.logic, scope, names).value]));
  const call = `${logic.called}(${logic.bindings.map(({ name }, index) => `${name}: p${index}`).join(', ')})`;
  return literal(call, { ...scope, ...given }, [...names, logic.called]);
}

/** A context gives its last entry when that has no name, otherwise all of them. */
function context(logic: Extract<DecisionLogic, { kind: 'context' }>, scope: Variables, names: readonly string[]): FeelOutcome {
  const entries: Record<string, unknown> = {};
  for (const { name, logic: inner } of logic.entries) {
    const outcome = reason(inner, { ...scope, ...entries }, [...names, ...Object.keys(entries)]);
    if (name === undefined) return outcome;
    entries[name] = outcome.value;
  }
  return { value: entries };
}
