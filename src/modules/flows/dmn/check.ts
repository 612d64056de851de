import { compileFeel, compileUnary, type FeelProblem } from '#kernel/feel/index.ts';
import type { Note } from '../bpmn/node.ts';
import type { Decision, DecisionLogic, Decisions, DecisionTable } from '../domain/decision.ts';

/** Every expression can be read, and decisions don't need one another in a circle. */
export function checkDecisions(decisions: Decisions, note: Note): void {
  for (const decision of [...Object.values(decisions.decisions), ...Object.values(decisions.knowledge)]) {
    checkLogic(decision.logic, decision.names, decision.id, note);
    if (needs(decisions, decision, decision.id, new Set())) note({ code: 'circular', id: decision.id, reason: 'La decisión se necesita a sí misma.', mend: 'Quite uno de los requisitos del círculo.' });
    for (const id of decision.requires) if (!decisions.decisions[id]) note({ code: 'unknown_reference', id: decision.id, reason: `La decisión necesita «${id}», que no existe.`, mend: 'Corrija el requisito.' });
  }
}

function needs(decisions: Decisions, from: Decision, wanted: string, seen: Set<string>): boolean {
  return [...from.requires, ...from.knows].some((id) => {
    if (id === wanted) return true;
    const next = decisions.decisions[id] ?? decisions.knowledge[id];
    if (!next || seen.has(id)) return false;
    seen.add(id);
    return needs(decisions, next, wanted, seen);
  });
}

function checkLogic(logic: DecisionLogic, names: readonly string[], id: string, note: Note): void {
  const say = (what: string, text: string, problem: FeelProblem | undefined): void => {
    if (problem) note({ code: 'wrong_expression', id, reason: `${what} «${text}»: ${problem.message}`, mend: `Corrija la expresión en su línea ${problem.position.line}, carácter ${problem.position.column}.` });
  };
  switch (logic.kind) {
    case 'literal': return say('La expresión', logic.expression, compileFeel(logic.expression, names).problem);
    case 'table': return checkTable(logic.table, names, say);
    case 'function': return checkLogic(logic.body, [...names, ...logic.parameters], id, note);
    case 'invocation': return logic.bindings.forEach((binding) => checkLogic(binding.logic, names, id, note));
    case 'context': return logic.entries.forEach((entry, index) => checkLogic(entry.logic, [...names, ...logic.entries.slice(0, index).flatMap(({ name }) => name ?? [])], id, note));
  }
}

function checkTable({ inputs, outputs, rules }: DecisionTable, names: readonly string[], say: (what: string, text: string, problem: FeelProblem | undefined) => void): void {
  for (const { expression, allowed } of inputs) {
    say('La entrada', expression, compileFeel(expression, names).problem);
    if (allowed !== undefined) say('Los valores de la entrada', allowed, compileUnary(allowed, names).problem);
  }
  for (const { values, otherwise } of outputs) {
    if (values !== undefined) say('Los valores de la salida', values, compileFeel(`[${values}]`, names).problem);
    if (otherwise !== undefined) say('La salida por defecto', otherwise, compileFeel(otherwise, names).problem);
  }
  rules.forEach(({ when, then }, index) => {
    for (const text of when) say(`La condición de la regla ${index + 1}`, text, compileUnary(text, names).problem);
    for (const text of then) say(`La salida de la regla ${index + 1}`, text, compileFeel(text, names).problem);
  });
}
