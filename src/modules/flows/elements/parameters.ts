import type { Run } from '../domain/run.ts';
import type { FlowElement, Json, Token } from '../domain/types.ts';
import { attributeValue } from '../domain/variables.ts';
import { ask } from '../domain/tokens.ts';

/** What a call is given: the element's other attributes, those with a leading `=` computed. */
export function callParameters(run: Run, token: Token, element: FlowElement, without: readonly string[]): { readonly parameters: Readonly<Record<string, Json>>; readonly reason?: string } {
  const parameters: Record<string, Json> = {};
  for (const [name, written] of Object.entries(element.attributes)) {
    if (without.includes(name)) continue;
    const { value, reason } = attributeValue(run, token, written);
    if (reason !== undefined) return { parameters, reason };
    parameters[name] = value;
  }
  return { parameters };
}

/** Sends the message that an element names; says why when one of its parameters can't be computed. */
export function sendMessage(run: Run, token: Token, element: FlowElement): string | undefined {
  const { parameters, reason } = callParameters(run, token, element, ['message', 'to', 'result', 'outcome']);
  const to = element.attributes['to'] === undefined ? undefined : attributeValue(run, token, element.attributes['to']);
  const failed = reason ?? to?.reason;
  if (failed !== undefined) return failed;
  const message = element.attributes['message'] ?? (element.trigger?.kind === 'message' ? element.trigger.name : '');
  ask(run, { kind: 'send', token: token.id, element: element.id, message, parameters, ...(to === undefined ? {} : { to: to.value }) });
  return undefined;
}
