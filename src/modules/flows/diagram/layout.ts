import { idOf, textOf, type Node } from '../bpmn/node.ts';
import type { Box, Drawing, Edge, Point, Shape } from './drawing.ts';
import { isDefault } from './default.ts';
import { graphOf, type Graph, type Line } from './graph.ts';
import { lookOf } from './look.ts';
import { bendKey, placeInGrid, type Grid } from './rows.ts';

type Page = Drawing['pages'][number];

const gapX = 56, gapNamed = 100, gapY = 48, padding = 28, eventSize = 36, gatewaySize = 48, taskWidth = 124, taskHeight = 68, channel = 16, turnFirst = 18, turnNext = 7;

/** Lays a process out from left to right: a column for each step, a row for each way; ways back run below, through the gaps. */
export function layOut(process: Node): Page {
  return shift(layOutScope(process), padding, padding);
}

type Laid = Page & { readonly width: number; readonly height: number };

function layOutScope(scope: Node): Laid {
  const graph = graphOf(scope);
  const inner = new Map(graph.dots.filter((dot) => Array.isArray(dot.get('flowElements'))).map((dot) => [idOf(dot), layOutScope(dot)]));
  const sizes = new Map(graph.dots.map((dot) => [idOf(dot), sizeOf(dot, inner.get(idOf(dot)))]));
  const grid = placeInGrid(graph);
  const frame = frameOf(grid, sizes, graph.lines.some(({ node }) => textOf(node, 'name') !== undefined) ? gapNamed : gapX);
  const boxes = new Map(graph.dots.map((dot) => [idOf(dot), frame.boxOf(idOf(dot), sizes.get(idOf(dot)) ?? { width: 0, height: 0 })]));
  const hanging = hangingBoxes(graph, boxes);
  const shapes = graph.dots.flatMap((dot) => shapesOf(dot, boxes.get(idOf(dot)), inner.get(idOf(dot))));
  const events = [...graph.border.values()].flat().flatMap((event) => shapesOf(event, hanging.get(idOf(event)), undefined).map(labelledBeside));
  const back = [...grid.back];
  const edges = graph.lines.map((line) => toEdge(line, { grid, frame, boxes, hanging, lane: back.indexOf(line), turn: turnFirst + (graph.lines.indexOf(line) % 4) * turnNext }));
  return { shapes: [...shapes, ...events], edges: [...edges, ...[...inner].flatMap(([id, page]) => insideOf(boxes.get(id), page).edges)], width: frame.width, height: frame.height + (back.length === 0 ? 0 : (back.length + 1) * channel) };
}

type Size = { readonly width: number; readonly height: number };

function sizeOf(dot: Node, inner: Laid | undefined): Size {
  if (inner && inner.shapes.length > 0) return { width: inner.width + 2 * padding, height: inner.height + 2 * padding };
  const { form } = lookOf(dot);
  if (form === 'event') return { width: eventSize, height: eventSize };
  return form === 'gateway' ? { width: gatewaySize, height: gatewaySize } : { width: taskWidth, height: taskHeight };
}

type Frame = Size & { readonly boxOf: (key: string, size: Size) => Box; readonly rightOf: (column: number) => number; readonly leftOf: (column: number) => number };

/** The columns are as wide and the rows as high as what stands in them. */
function frameOf({ cells }: Grid, sizes: ReadonlyMap<string, Size>, gap: number): Frame {
  const widths: number[] = [];
  const heights: number[] = [];
  for (const [key, { column, row }] of cells) {
    widths[column] = Math.max(widths[column] ?? 0, sizes.get(key)?.width ?? 0);
    heights[row] = Math.max(heights[row] ?? taskHeight, sizes.get(key)?.height ?? 0);
  }
  const lefts = starts(widths, gap);
  const tops = starts(heights, gapY);
  const boxOf = (key: string, { width, height }: Size): Box => {
    const { column = 0, row = 0 } = cells.get(key) ?? {};
    return { x: (lefts[column] ?? 0) + ((widths[column] ?? 0) - width) / 2, y: (tops[row] ?? 0) + ((heights[row] ?? 0) - height) / 2, width, height };
  };
  const leftOf = (column: number): number => lefts[column] ?? 0;
  return { boxOf, leftOf, rightOf: (column) => leftOf(column) + (widths[column] ?? 0), width: Math.max(0, leftOf(widths.length) - gap), height: Math.max(0, (tops[heights.length] ?? 0) - gapY) };
}

function starts(sizes: readonly number[], gap: number): readonly number[] {
  const places = [0];
  for (let index = 0; index < sizes.length; index += 1) places.push((places[index] ?? 0) + (sizes[index] ?? 0) + gap);
  return places;
}

/** Events on a border stand side by side on its lower edge. */
function hangingBoxes({ border }: Graph, boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  const placed = new Map<string, Box>();
  for (const [host, events] of border) {
    const box = boxes.get(host);
    events.forEach((event, index) => {
      if (box) placed.set(idOf(event), { x: box.x + box.width - (index + 1) * (eventSize + 6), y: box.y + box.height - eventSize / 2, width: eventSize, height: eventSize });
    });
  }
  return placed;
}

function shapesOf(node: Node, box: Box | undefined, inner: Laid | undefined): readonly Shape[] {
  if (!box) return [];
  return [{ id: idOf(node), ...lookOf(node), box }, ...(inner ? insideOf(box, inner).shapes : [])];
}

const insideOf = (box: Box | undefined, page: Laid): Page => shift(page, (box?.x ?? 0) + padding, (box?.y ?? 0) + padding);

function shift({ shapes, edges }: Page, dx: number, dy: number): Page {
  const moved = <Place extends Point>(place: Place): Place => ({ ...place, x: place.x + dx, y: place.y + dy });
  return {
    shapes: shapes.map((shape) => ({ ...shape, box: moved(shape.box), ...(shape.label ? { label: moved(shape.label) } : {}) })),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map(moved), ...(edge.label ? { label: moved(edge.label) } : {}) })),
  };
}

type Places = { readonly grid: Grid; readonly frame: Frame; readonly boxes: ReadonlyMap<string, Box>; readonly hanging: ReadonlyMap<string, Box>; readonly lane: number; readonly turn: number };

function toEdge(line: Line, places: Places): Edge {
  const source = (line.by === undefined ? undefined : places.hanging.get(line.by)) ?? places.boxes.get(line.from);
  const target = places.boxes.get(line.to);
  const points = source && target ? (places.grid.back.has(line) ? aroundBelow(line, source, target, places) : onwards(line, source, target, places)) : [];
  const name = textOf(line.node, 'name');
  const label = name === undefined || !source ? undefined : labelOf(straighten(points), source);
  return { id: idOf(line.node), form: 'sequence', points: straighten(points), ...(label ? { label } : {}), ...(name === undefined ? {} : { name: name.replace(/\s+/g, ' ') }), ...(isDefault(line.node) ? { otherwise: true } : {}) };
}

/** From the right side, through the bends, to the left side; always along the axes. */
function onwards(line: Line, source: Box, target: Box, { grid, frame, turn }: Places): readonly Point[] {
  const first = grid.cells.get(line.from)?.column ?? 0;
  const last = grid.cells.get(line.to)?.column ?? 0;
  const end = { x: target.x, y: target.y + target.height / 2 };
  const ways: Point[] = line.by === undefined ? [{ x: source.x + source.width, y: source.y + source.height / 2 }] : [{ x: source.x + source.width / 2, y: source.y + source.height }];
  for (let column = first + 1; column <= last; column += 1) {
    const bend = column === last ? end : frame.boxOf(bendKey(line, column), { width: 0, height: 0 });
    const at = ways.at(-1) ?? end;
    const x = frame.rightOf(column - 1) + turn;
    const y = line.by !== undefined && column === first + 1 ? at.y + 7 : at.y;
    ways.push({ x: at.x, y }, { x, y }, { x, y: bend.y });
    if (column < last) ways.push({ x: frame.rightOf(column), y: bend.y });
  }
  return [...ways, end];
}

/** Out at the right, down the gap, along below everything, and up the gap before the target. */
function aroundBelow(line: Line, source: Box, target: Box, { grid, frame, lane, turn }: Places): readonly Point[] {
  const y = frame.height + (lane + 1) * channel;
  const down = line.by === undefined ? frame.rightOf(grid.cells.get(line.from)?.column ?? 0) + turn : source.x + source.width / 2;
  const up = frame.leftOf(grid.cells.get(line.to)?.column ?? 0) - 12 - lane * 4;
  const start = line.by === undefined ? { x: source.x + source.width, y: source.y + source.height / 2 + (source.height > gatewaySize ? 8 : 0) } : { x: down, y: source.y + source.height };
  const end = { x: target.x, y: target.y + target.height / 2 + (target.height > eventSize + 12 ? 12 : 0) };
  return [start, { x: down, y: start.y }, { x: down, y }, { x: up, y }, { x: up, y: end.y }, end];
}

/** Above the first stretch that runs to the right once the line has left the neighbourhood of its source. */
function labelOf(points: readonly Point[], source: Box): Point | undefined {
  const stretches = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const level = stretches.filter(({ from, to }) => from.y === to.y && to.x - from.x > 24);
  const found = level.find(({ from }) => from.x > source.x + source.width) ?? level[0];
  if (!found) return undefined;
  const end = Math.min(found.to.x, found.from.x + gapNamed);
  return { x: (found.from.x + end) / 2 - 3, y: found.from.y - 9 };
}

/** The name of an event on a border stands at its left: its line leaves below. */
const labelledBeside = (shape: Shape): Shape => ({ ...shape, label: { x: shape.box.x - 86, y: shape.box.y + shape.box.height / 2 + 8, width: 84, height: 26 } });

/** Without points that lie on the way between their neighbours. */
function straighten(points: readonly Point[]): readonly Point[] {
  const distinct = points.filter((point, index) => index === 0 || point.x !== points[index - 1]?.x || point.y !== points[index - 1]?.y);
  return distinct.filter((point, index) => {
    const [before, after] = [distinct[index - 1], distinct[index + 1]];
    return !before || !after || !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}
