import { idOf, nodeOf, nodesOf, type Node } from '../bpmn/node.ts';

/** One scope of a flow as dots and lines, for laying it out. */
export type Graph = {
  /** Everything with a place of its own in a column. */
  readonly dots: readonly Node[];
  readonly lines: readonly Line[];
  /** Boundary events by the id of the activity that they hang on. */
  readonly border: ReadonlyMap<string, readonly Node[]>;
};

/** A sequence flow; `from` is the activity when it leaves from an event on its border. */
export type Line = { readonly node: Node; readonly from: string; readonly to: string; readonly by?: string };

/** The graph of a process or sub-process. */
export function graphOf(scope: Node): Graph {
  const elements = nodesOf(scope, 'flowElements');
  const border = new Map<string, Node[]>();
  for (const event of elements) {
    const host = event.$type === 'bpmn:BoundaryEvent' ? nodeOf(event, 'attachedToRef') : undefined;
    if (host) border.set(idOf(host), [...(border.get(idOf(host)) ?? []), event]);
  }
  const hanging = new Set([...border.values()].flat());
  const dots = elements.filter((element) => element.$instanceOf('bpmn:FlowNode') && !hanging.has(element));
  const places = new Set(dots.map(idOf));
  const lines = elements.flatMap((element) => toLine(element) ?? []).filter(({ from, to }) => places.has(from) && places.has(to));
  return { dots, lines, border };
}

function toLine(element: Node): Line | undefined {
  const [source, target] = [nodeOf(element, 'sourceRef'), nodeOf(element, 'targetRef')];
  if (element.$type !== 'bpmn:SequenceFlow' || !source || !target) return undefined;
  const host = source.$type === 'bpmn:BoundaryEvent' ? nodeOf(source, 'attachedToRef') : undefined;
  return host ? { node: element, from: idOf(host), to: idOf(target), by: idOf(source) } : { node: element, from: idOf(source), to: idOf(target) };
}

/** The lines that go back to where their path has already been; they don't count for the columns. */
export function backLines({ dots, lines }: Graph): ReadonlySet<Line> {
  const outgoing = Map.groupBy(lines, ({ from }) => from);
  const back = new Set<Line>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const line of outgoing.get(id) ?? []) {
      if (state.get(line.to) === 'open') back.add(line);
      else if (!state.has(line.to)) visit(line.to);
    }
    state.set(id, 'done');
  };
  const first = dots.toSorted((one, other) => Number(other.$type === 'bpmn:StartEvent') - Number(one.$type === 'bpmn:StartEvent'));
  for (const dot of first) if (!state.has(idOf(dot))) visit(idOf(dot));
  return back;
}

/** The column of each dot: one after the last of those before it. */
export function columnsOf({ dots, lines }: Graph, back: ReadonlySet<Line>): ReadonlyMap<string, number> {
  const ahead = lines.filter((line) => !back.has(line));
  const waiting = new Map(dots.map((dot) => [idOf(dot), ahead.filter(({ to }) => to === idOf(dot)).length]));
  const columns = new Map<string, number>(dots.map((dot) => [idOf(dot), 0]));
  const open = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    for (const { from, to } of ahead) {
      if (from !== id) continue;
      columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(id) ?? 0) + 1));
      waiting.set(to, (waiting.get(to) ?? 1) - 1);
      if (waiting.get(to) === 0) open.push(to);
    }
  }
  return columns;
}
