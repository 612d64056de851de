import { nodeOf, nodesOf, textOf, type Node, type Note } from '../bpmn/node.ts';
import type { DecisionLogic, DecisionTable, HitPolicy } from '../domain/decision.ts';

/** Reads how a decision reaches its value; what can't be evaluated is noted. */
export function readLogic(node: Node | undefined, id: string, note: Note): DecisionLogic | undefined {
  if (!node) return missing(id, note);
  const reader = readers[node.$type];
  if (reader) return reader(node, id, note);
  note({ code: 'unsupported_logic', id, reason: `La decisión usa «${node.$type.replace('dmn:', '')}», que no se evalúa.`, mend: 'Use una tabla o una expresión.' });
  return undefined;
}

function missing(id: string, note: Note): undefined {
  note({ code: 'missing_logic', id, reason: 'La decisión está vacía.', mend: 'Déle una tabla o una expresión.' });
  return undefined;
}

type Reader = (node: Node, id: string, note: Note) => DecisionLogic | undefined;

const readers: Readonly<Record<string, Reader>> = {
  'dmn:LiteralExpression': (node, id, note) => {
    const expression = textOf(node, 'text');
    return expression === undefined ? missing(id, note) : { kind: 'literal', expression };
  },
  'dmn:DecisionTable': (node, id, note) => ({ kind: 'table', table: readTable(node, id, note) }),
  'dmn:Context': (node, id, note) => ({
    kind: 'context',
    entries: nodesOf(node, 'contextEntry').flatMap((entry) => {
      const logic = readLogic(nodeOf(entry, 'value'), id, note);
      const name = nodeOf(entry, 'variable') && textOf(nodeOf(entry, 'variable') ?? entry, 'name');
      return logic ? [{ logic, ...(name === undefined ? {} : { name }) }] : [];
    }),
  }),
  'dmn:Invocation': (node, id, note) => {
    const called = nodeOf(node, 'calledFunction') && textOf(nodeOf(node, 'calledFunction') ?? node, 'text');
    if (called === undefined) return missing(id, note);
    return { kind: 'invocation', called, bindings: nodesOf(node, 'binding').flatMap((binding) => toBinding(binding, id, note)) };
  },
  'dmn:FunctionDefinition': (node, id, note) => {
    const body = readLogic(nodeOf(node, 'body'), id, note);
    return body && { kind: 'function', parameters: nodesOf(node, 'formalParameter').map((parameter) => textOf(parameter, 'name') ?? ''), body };
  },
};

function toBinding(binding: Node, id: string, note: Note): readonly { name: string; logic: DecisionLogic }[] {
  const name = nodeOf(binding, 'parameter') && textOf(nodeOf(binding, 'parameter') ?? binding, 'name');
  const logic = readLogic(nodeOf(binding, 'bindingFormula'), id, note);
  return name !== undefined && logic ? [{ name, logic }] : [];
}

function readTable(node: Node, id: string, note: Note): DecisionTable {
  const table: DecisionTable = { policy: policyOf(node), inputs: nodesOf(node, 'input').map(toInput), outputs: nodesOf(node, 'output').map(toOutput), rules: nodesOf(node, 'rule').map(toRule) };
  table.rules.forEach(({ when, then }, index) => {
    if (when.length !== table.inputs.length || then.length !== table.outputs.length) note({ code: 'wrong_rule', id, reason: `La regla ${index + 1} no tiene una celda por cada columna.`, mend: 'Complete sus celdas; una condición que no importa se escribe «-».' });
  });
  return table;
}

const policies: Readonly<Record<string, HitPolicy>> = { UNIQUE: 'U', ANY: 'A', FIRST: 'F', PRIORITY: 'P', 'RULE ORDER': 'R', 'OUTPUT ORDER': 'O', COLLECT: 'C' };
const aggregations: Readonly<Record<string, HitPolicy>> = { SUM: 'C+', MIN: 'C<', MAX: 'C>', COUNT: 'C#' };

function policyOf(node: Node): HitPolicy {
  const policy = policies[textOf(node, 'hitPolicy') ?? 'UNIQUE'] ?? 'U';
  return policy === 'C' ? (aggregations[textOf(node, 'aggregation') ?? ''] ?? 'C') : policy;
}

function toInput(node: Node): DecisionTable['inputs'][number] {
  const label = textOf(node, 'label');
  const expression = partOf(node, 'inputExpression') ?? label ?? '';
  const allowed = partOf(node, 'inputValues');
  return { expression, ...(label === undefined ? {} : { label }), ...(allowed === undefined ? {} : { allowed }) };
}

function toOutput(node: Node): DecisionTable['outputs'][number] {
  const [name, values, otherwise] = [textOf(node, 'name'), partOf(node, 'outputValues'), partOf(node, 'defaultOutputEntry')];
  return { ...(name === undefined ? {} : { name }), ...(values === undefined ? {} : { values }), ...(otherwise === undefined ? {} : { otherwise }) };
}

const toRule = (node: Node): DecisionTable['rules'][number] => ({
  when: nodesOf(node, 'inputEntry').map((entry) => textOf(entry, 'text') ?? '-'),
  then: nodesOf(node, 'outputEntry').map((entry) => textOf(entry, 'text') ?? 'null'),
});

function partOf(node: Node, property: string): string | undefined {
  const part = nodeOf(node, property);
  return part && textOf(part, 'text');
}
