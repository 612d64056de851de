import { nodeOf, nodesOf, type Node } from './node.ts';

/** The attributes of `urn:ventanilla:bpmn:1` that have a meaning of their own; services may be given others as parameters. */
const names = [
  'unit', 'kind', 'outcomes', 'fourEyesWith', 'apartFrom', 'term', 'result', 'service', 'message', 'to', 'waits', 'correlation', 'decision', 'outcome',
  'collection', 'item', 'event',
] as const;

/** What tells moddle about our namespace, so that any prefix may stand for it in a file. */
export const ventanillaPackage = {
  name: 'Ventanilla', uri: 'urn:ventanilla:bpmn:1', prefix: 'v', xml: { tagAlias: 'lowerCase' },
  types: [{ name: 'Attributes', extends: ['bpmn:BaseElement'], properties: names.map((name) => ({ name, isAttr: true, type: 'String' })) }],
};

/** Attributes that every element may have: `event` names what happens for the law once the element is left, so that terms start, stop or go on. */
export const commonAttributes: readonly string[] = ['event'];

/** The `v:` attributes of an element, by local name, in no particular order. */
export function attributesOf(node: Node): Readonly<Record<string, string>> {
  const known = names.map((name): [string, unknown] => [name, node.get(`v:${name}`)]);
  const others = Object.entries(node.$attrs).flatMap(([name, value]): [string, unknown][] => (name.startsWith('v:') ? [[name.slice(2), value]] : []));
  const written = [...known, ...others].flatMap(([name, value]): [string, string][] => (typeof value === 'string' && !(name in Object.prototype) ? [[name, value.trim()]] : []));
  return Object.fromEntries(written.filter(([, value]) => value !== ''));
}

/** Prefixes of attributes and extension elements that belong to other tools and mean nothing here. */
export function foreignOf(node: Node): readonly string[] {
  const attributes = Object.keys(node.$attrs).flatMap((name) => /^(?!v:|xmlns|xsi:|xml:)([^:]+):/.exec(name)?.[1] ?? []);
  const extensions = nodeOf(node, 'extensionElements');
  const types = (extensions ? nodesOf(extensions, 'values') : []).flatMap(({ $type }) => /^(?!v:)([^:]+):/.exec($type)?.[1] ?? []);
  return [...attributes, ...types];
}
