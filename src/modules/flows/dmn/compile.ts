import { DmnModdle } from 'dmn-moddle';
import type { Checked, Fault } from '#kernel/faults.ts';
import { noteInto } from '../bpmn/note.ts';
import { idOf, nodeOf, nodesOf, textOf, type Node, type Note } from '../bpmn/node.ts';
import { readWith } from '../bpmn/read.ts';
import type { Decision, DecisionInput, Decisions } from '../domain/decision.ts';
import { checkDecisions } from './check.ts';
import { readLogic } from './logic.ts';

/**
 * Compiles a DMN file (1.2 to 1.5): decision tables, literal expressions, contexts, invocations and business knowledge models.
 * What can't be evaluated is a fault. There is a value exactly when no fault is an error.
 */
export async function compileDecisions(xml: string, file: string): Promise<Checked<Decisions>> {
  const read = await readWith(new DmnModdle(), inKnownVersion(xml), file, 'decisions');
  if (!read.value) return { value: undefined, faults: read.faults };
  const faults: Fault[] = [...read.faults];
  const note = noteInto(faults, file, read.value.locate, 'decisions');
  const decisions = collect(read.value.root, note);
  checkDecisions(decisions, note);
  return { value: faults.some(({ severity }) => severity === 'error') ? undefined : decisions, faults };
}

/** The versions differ in what tables don't use; moddle knows 1.3. */
const inKnownVersion = (xml: string): string => xml.replace(/(["'])https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20180521|20211108|20230324)\/(MODEL|DMNDI)\//g, '$1https://www.omg.org/spec/DMN/20191111/$2/');

function collect(root: Node, note: Note): Decisions {
  const parts = nodesOf(root, 'drgElement');
  const types = new Map(nodesOf(root, 'itemDefinition').map((item) => [textOf(item, 'name') ?? '', item]));
  const inputs = parts.filter(({ $type }) => $type === 'dmn:InputData').map((node) => toInput(node, types));
  const names = parts.map(nameOf);
  const made = (type: string, logic: string): readonly Decision[] => parts.filter(({ $type }) => $type === type).flatMap((node) => toDecision(node, nodeOf(node, logic), names, note) ?? []);
  return { decisions: byId(made('dmn:Decision', 'decisionLogic')), knowledge: byId(made('dmn:BusinessKnowledgeModel', 'encapsulatedLogic')), inputs };
}

function toDecision(node: Node, logic: Node | undefined, names: readonly string[], note: Note): Decision | undefined {
  const read = readLogic(logic, idOf(node), note);
  if (!read) return undefined;
  const requires = nodesOf(node, 'informationRequirement').flatMap((requirement) => refId(requirement, 'requiredDecision') ?? []);
  const knows = nodesOf(node, 'knowledgeRequirement').flatMap((requirement) => refId(requirement, 'requiredKnowledge') ?? []);
  return { id: idOf(node), name: nameOf(node), requires, knows, names: names.filter((name) => name !== nameOf(node)), logic: read };
}

function toInput(node: Node, types: ReadonlyMap<string, Node>): DecisionInput {
  const variable = nodeOf(node, 'variable');
  const written = variable && textOf(variable, 'typeRef')?.replace(/^feel:/, '');
  const item = types.get(written ?? '');
  const type = item ? textOf(item, 'typeRef') : written;
  const allowed = item && nodeOf(item, 'allowedValues') && textOf(nodeOf(item, 'allowedValues') ?? item, 'text');
  return { name: nameOf(node), ...(type === undefined ? {} : { type }), ...(allowed === undefined ? {} : { allowed }) };
}

function nameOf(node: Node): string {
  const variable = nodeOf(node, 'variable');
  return ((variable && textOf(variable, 'name')) ?? textOf(node, 'name') ?? idOf(node)).replace(/\s+/g, ' ');
}

function refId(requirement: Node, property: string): string | undefined {
  const target = nodeOf(requirement, property);
  return target && textOf(target, 'href')?.replace(/^.*#/, '');
}

const byId = (decisions: readonly Decision[]): Readonly<Record<string, Decision>> => Object.fromEntries(decisions.map((decision) => [decision.id, decision]));
