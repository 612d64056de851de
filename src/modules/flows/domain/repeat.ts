import { toPlain } from '#kernel/feel/index.ts';
import { cancel, halt, leave } from './moves.ts';
import type { Run } from './run.ts';
import { addToken, elementOf, findToken, putToken, removeToken, tell, tokensInside } from './tokens.ts';
import type { FlowElement, Json, Repeat, Rounds, Token } from './types.ts';
import { compute, holds, keep, resultName } from './variables.ts';

/** Most rounds of one repetition. */
const roundsMax = 1_000;

/** A token has come to an activity that repeats: counts the rounds and begins the first, or all. */
function beginRepeat(run: Run, token: Token, repeat: Repeat): void {
  if (repeat.kind === 'while') {
    putToken(run, { ...token, rounds: { begun: 0, done: 0, results: [] } });
    return repeat.before ? nextWhile(run, token, repeat) : beginRound(run, token, undefined);
  }
  const { items, reason } = itemsOf(run, token, repeat);
  if (!items) return halt(run, token, reason ?? '');
  putToken(run, { ...token, rounds: { total: items.length, begun: 0, done: 0, results: items.map(() => null), ...(repeat.sequential ? { items } : {}) } });
  if (items.length === 0) return endRepeat(run, token);
  const first = repeat.sequential ? items.slice(0, 1) : items;
  first.forEach((item) => beginRound(run, token, { repeat, item }));
}

/** Goes on after what stopped a repetition has been mended. */
export function resumeRepeat(run: Run, body: Token, repeat: Repeat): void {
  if (!body.rounds) return beginRepeat(run, body, repeat);
  return repeat.kind === 'while' ? nextWhile(run, body, repeat) : nextEach(run, body, repeat, body.rounds);
}

/** One round is done: keeps its result and goes on with the next, or with the flow. */
export function roundDone(run: Run, round: Token): void {
  const body = round.inside === undefined ? undefined : findToken(run, round.inside);
  const repeat = body && elementOf(run, body).repeat;
  if (!body?.rounds || !repeat) return;
  const rounds = { ...body.rounds, done: body.rounds.done + 1, results: withResult(run, body.rounds, round) };
  putToken(run, { ...body, rounds });
  tell(run, 'left', round);
  removeToken(run, round.id);
  return repeat.kind === 'while' ? nextWhile(run, body, repeat) : nextEach(run, body, repeat, rounds);
}

function nextEach(run: Run, body: Token, repeat: Extract<Repeat, { kind: 'each' }>, rounds: Rounds): void {
  const total = rounds.total ?? 0;
  if (repeat.until !== undefined) {
    const counts = { nrOfInstances: total, nrOfCompletedInstances: rounds.done, nrOfActiveInstances: rounds.begun - rounds.done };
    const { yes, reason } = holds(run, body, repeat.until, { ...counts, [resultName(elementOf(run, body))]: rounds.results.slice() });
    if (reason !== undefined) return halt(run, body, reason);
    if (yes) return endRepeat(run, body);
  }
  if (rounds.done === total) return endRepeat(run, body);
  if (repeat.sequential) beginRound(run, body, { repeat, item: rounds.items?.[rounds.begun] ?? null });
}

function nextWhile(run: Run, body: Token, repeat: Extract<Repeat, { kind: 'while' }>): void {
  const begun = findToken(run, body.id)?.rounds?.begun ?? 0;
  const most = Math.min(repeat.roundsMax ?? roundsMax, roundsMax);
  if (begun >= most) return endRepeat(run, body);
  if (repeat.condition === undefined) return beginRound(run, body, undefined);
  const { yes, reason } = holds(run, body, repeat.condition, { loopCounter: begun });
  if (reason !== undefined) return halt(run, body, reason);
  return yes ? beginRound(run, body, undefined) : endRepeat(run, body);
}

function endRepeat(run: Run, body: Token): void {
  for (const round of tokensInside(run, body.id)) cancel(run, round);
  const ended = findToken(run, body.id);
  const element = elementOf(run, body);
  const { rounds, ...plain } = ended ?? body;
  putToken(run, plain);
  if (rounds?.total !== undefined) keep(run, plain, resultName(element), rounds.results);
  leave(run, plain);
}

type Item = { readonly repeat: Extract<Repeat, { kind: 'each' }>; readonly item: Json };

function beginRound(run: Run, body: Token, each: Item | undefined): void {
  const current = findToken(run, body.id);
  const begun = (current?.rounds?.begun ?? 0) + 1;
  if (!current?.rounds) return;
  putToken(run, { ...current, rounds: { ...current.rounds, begun } });
  const local = each && { loopCounter: begun, ...(each.repeat.item === undefined ? {} : { [each.repeat.item]: each.item }) };
  const round = addToken(run, { at: body.at, inside: body.id, round: true, ...(local ? { local } : {}) });
  tell(run, 'entered', round);
  run.queue.push({ what: 'arrive', token: round.id });
}

function withResult(run: Run, rounds: Rounds, round: Token): readonly Json[] {
  if (rounds.total === undefined) return [];
  const kept = findToken(run, round.id)?.local ?? {};
  const index = Number(kept['loopCounter'] ?? 1) - 1;
  return rounds.results.with(index, resultOf(elementOf(run, round), kept));
}

/** What a round leaves: the result of a task, or whatever a sub-process has kept. */
function resultOf(element: FlowElement, kept: Readonly<Record<string, Json>>): Json {
  if (element.kind !== 'subProcess' && element.kind !== 'callActivity') return kept[resultName(element)] ?? null;
  const given = new Set(['loopCounter', element.repeat?.kind === 'each' ? element.repeat.item : undefined]);
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !given.has(name)));
}

function itemsOf(run: Run, token: Token, repeat: Extract<Repeat, { kind: 'each' }>): { readonly items?: readonly Json[]; readonly reason?: string } {
  const text = repeat.collection ?? repeat.cardinality ?? '';
  const { value, reason } = compute(run, token, text);
  const plain = toPlain(value);
  const items = repeat.collection !== undefined ? plain : typeof plain === 'number' && Number.isInteger(plain) && plain >= 0 && plain <= roundsMax ? Array.from({ length: plain }, () => null) : plain;
  if (!Array.isArray(items)) return { reason: reason ?? `«${text}» debe dar ${repeat.collection === undefined ? `un número de 0 a ${roundsMax}` : 'una lista'}, y dio otra cosa.` };
  return items.length > roundsMax ? { reason: `«${text}» da más de ${roundsMax} repeticiones.` } : { items };
}
