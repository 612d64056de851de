import { nodeOf, type Node } from '../bpmn/node.ts';

/** Whether a sequence flow is the one that its source takes when no condition holds. */
export const isDefault = (flow: Node): boolean => {
  const source = nodeOf(flow, 'sourceRef');
  return source !== undefined && nodeOf(source, 'default') === flow;
};
