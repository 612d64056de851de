import { boundaryOf, scopeListeners, unlisten } from './listening.ts';
import type { Routing, Run } from './run.ts';
import { addToken, ask, elementOf, findToken, flowInside, flowOf, putToken, removeToken, tell, tokensInside } from './tokens.ts';
import type { ElementKind, Flow, FlowElement, SequenceFlow, Token, TokenId } from './types.ts';
import { holds } from './variables.ts';

/** Puts a token on an element; the drain lets it arrive. */
export function enter(run: Run, at: string, inside: TokenId | undefined, via?: string): Token {
  const joins = via !== undefined && joining.has(flowInside(run, inside).elements[at]?.kind ?? 'task');
  const token = addToken(run, { at, ...(inside === undefined ? {} : { inside }), ...(joins ? { via } : {}) });
  tell(run, 'entered', token, { via });
  run.queue.push({ what: 'arrive', token: token.id });
  return token;
}

/** Only joins must remember by which flow a token came. */
const joining = new Set<ElementKind>(['parallelGateway', 'inclusiveGateway', 'complexGateway']);

/** The work of a token is done; the drain lets it go on. */
export const done = (run: Run, token: Token): void => void run.queue.push({ what: 'done', token: token.id });

/** The token stands still here until somebody mends what is wrong and retries. `stage` says what is done again then. */
export function halt(run: Run, token: Token, reason: string, stage: 'border' | 'work' | 'way' = 'work'): void {
  const current = findToken(run, token.id) ?? token;
  putToken(run, { ...current, incident: { reason, stage } });
  tell(run, 'failed', token, { reason });
  ask(run, { kind: 'incident', token: token.id, element: token.at, reason });
}

/** Takes a token from its element along the flows that it must follow; one that can't go on stands still with the reason. */
export function leave(run: Run, token: Token): void {
  const element = elementOf(run, token);
  closeBorder(run, token);
  const { chosen, reason } = choose(run, token, element, run.leaves[element.kind].routing ?? 'activity');
  if (reason !== undefined) return halt(run, token, reason, 'way');
  depart(run, token, chosen);
}

/** Takes a token away along given flows. */
export function depart(run: Run, token: Token, along: readonly SequenceFlow[]): void {
  tell(run, 'left', token);
  removeToken(run, token.id);
  for (const flow of along) enter(run, flow.to, token.inside, flow.id);
  if (along.length === 0) emptied(run, token.inside);
}

/** Takes tokens away that have come together, and lets one go on from the element. */
export function join(run: Run, tokens: readonly Token[]): void {
  const [last, ...others] = [...tokens].reverse();
  for (const token of others) {
    tell(run, 'left', token);
    removeToken(run, token.id);
  }
  if (last) leave(run, last);
}

/** Takes a token and everything inside it away before it was done. */
export function cancel(run: Run, token: Token, heard?: FlowElement): void {
  closeBorder(run, token, heard);
  closeScope(run, token);
  for (const inner of tokensInside(run, token.id)) cancel(run, inner);
  const element = elementOf(run, token);
  if (!token.incident && !token.rounds) run.leaves[element.kind].withdraw?.(run, token, element);
  tell(run, 'cancelled', token);
  removeToken(run, token.id);
}

/** Stops listening for the event sub-processes of a scope. */
export function closeScope(run: Run, owner: Token | undefined, heard?: FlowElement): void {
  for (const { element } of scopeListeners(run, owner)) unlisten(run, owner, element, heard);
}

/** A scope may have lost its last token: then it is done, or the whole flow is. */
export function emptied(run: Run, scope: TokenId | undefined): void {
  if (tokensInside(run, scope).length > 0) return;
  const owner = scope === undefined ? undefined : findToken(run, scope);
  if (!owner) return finish(run, 'completed');
  closeScope(run, owner);
  done(run, owner);
}

/** Ends the whole flow; what still stands anywhere is taken away. */
export function finish(run: Run, ended: 'completed' | 'terminated' | 'error' | 'cancelled', about: { readonly element?: string; readonly error?: string } = {}): void {
  if (run.status !== 'running') return;
  closeScope(run, undefined);
  for (const token of tokensInside(run, undefined)) cancel(run, token);
  run.status = ended === 'error' ? 'failed' : ended;
  ask(run, { kind: 'end', ended, ...(run.outcome === undefined ? {} : { outcome: run.outcome }), ...about });
}

function closeBorder(run: Run, token: Token, heard?: FlowElement): void {
  for (const event of boundaryOf(run, token)) unlisten(run, token, event, heard);
}

type Chosen = { readonly chosen: readonly SequenceFlow[]; readonly reason?: string };

function choose(run: Run, token: Token, element: FlowElement, routing: Routing): Chosen {
  const flow = flowOf(run, token);
  const flows = element.outgoing.flatMap((id) => flow.flows[id] ?? []);
  if (routing === 'all' || flows.length === 0) return { chosen: flows };
  if (routing === 'activity' && flows.every(({ condition }) => condition === undefined) && element.default === undefined) return { chosen: flows };
  return chooseByCondition(run, token, element, flows, routing);
}

function chooseByCondition(run: Run, token: Token, element: FlowElement, flows: readonly SequenceFlow[], routing: Routing): Chosen {
  const chosen: SequenceFlow[] = [];
  let held = false;
  for (const flow of flows) {
    if (flow.id === element.default) continue;
    const { yes, reason } = flow.condition === undefined ? { yes: true, reason: undefined } : holds(run, token, flow.condition);
    if (reason !== undefined) return { chosen: [], reason };
    if (!yes) continue;
    chosen.push(flow);
    held ||= flow.condition !== undefined || routing !== 'activity';
    if (routing === 'first') return { chosen };
  }
  return held ? { chosen } : withDefault(flowOf(run, token), element, chosen);
}

function withDefault(flow: Flow, element: FlowElement, chosen: readonly SequenceFlow[]): Chosen {
  const otherwise = element.default === undefined ? undefined : flow.flows[element.default];
  if (otherwise) return { chosen: [...chosen, otherwise] };
  if (chosen.length > 0) return { chosen };
  return { chosen: [], reason: `Ninguna condición se cumple a la salida de «${element.name ?? element.id}» y no hay un camino por defecto.` };
}
