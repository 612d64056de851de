import type { ModdleNode } from 'bpmn-moddle';

/** A node of a BPMN or DMN file as moddle read it. */
export type Node = ModdleNode;

/** How a reader tells the designer about a fault: a code of the file's kind, why, and what to do. */
export type Note = (about: { readonly code: string; readonly id?: string | undefined; readonly reason: string; readonly mend: string; readonly warning?: true }) => void;

/** A property that is text, or an attribute of another namespace such as `v:unit`; `undefined` when absent or empty. */
export function textOf(node: Node, name: string): string | undefined {
  const value = node.get(name) ?? node.$attrs[name];
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  return text === '' ? undefined : text;
}

/** A property that is one node. */
export function nodeOf(node: Node, name: string): Node | undefined {
  const value = node.get(name);
  return isNode(value) ? value : undefined;
}

/** A property that is a list of nodes. */
export function nodesOf(node: Node, name: string): readonly Node[] {
  const value = node.get(name);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A property that is yes or no. */
export const flagOf = (node: Node, name: string): boolean | undefined => {
  const value = node.get(name);
  return typeof value === 'boolean' ? value : undefined;
};

/** The text of an expression node, such as a condition, without blanks around it and without the leading `=` that some tools write. */
export function expressionOf(node: Node, name: string): string | undefined {
  const inner = nodeOf(node, name);
  const body = inner ? textOf(inner, 'body') : textOf(node, name);
  return body?.replace(/^=\s*/, '');
}

/** The id of a node. */
export const idOf = (node: Node): string => textOf(node, 'id') ?? '';

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && '$type' in value;
