import type { Drawing } from '#modules/flows/index.ts';

type Page = Drawing['pages'][number];
type Edge = Page['edges'][number];
type Shape = Page['shapes'][number];
type Point = Edge['points'][number];
type Range = { readonly from: number; readonly to: number };

// Units of the drawing. A page of A4 is 165 mm wide between its margins: letters of 12 would be smaller than 5 points beyond the first.
const wholeMax = 1_300, stripMax = 1_100, around = 40, searchStep = 10;

/** A wide drawing in parts from left to right, so that it can be read on paper; a narrow one as it is. Cuts go where few shapes stand, a shape stands in one part, and a line goes on in the next. */
export const inStrips = (drawing: Drawing): readonly Drawing[] =>
  drawing.pages.every((page) => widthOf(extentOf(page)) <= wholeMax) ? [drawing] : drawing.pages.flatMap((page) => rangesOf(page).map((range) => ({ title: drawing.title, pages: [partOf(page, range)] })));

const widthOf = ({ from, to }: Range): number => to - from;

function extentOf({ shapes, edges }: Page): Range {
  const all = [...shapes.flatMap(({ box }) => [box.x, box.x + box.width]), ...edges.flatMap(({ points }) => points.map(({ x }) => x))];
  return all.length === 0 ? { from: 0, to: 0 } : { from: Math.min(...all), to: Math.max(...all) };
}

function rangesOf(page: Page): readonly Range[] {
  const whole = extentOf(page), count = widthOf(whole) <= wholeMax ? 1 : Math.ceil(widthOf(whole) / stripMax), step = widthOf(whole) / count;
  const cuts = Array.from({ length: count - 1 }, (_, at) => calmest(page, whole.from + (at + 1) * step, step / 4));
  return [-Infinity, ...cuts].map((from, at) => ({ from, to: cuts[at] ?? Infinity }));
}

/** Where fewest shapes would be cut, near a place. */
function calmest({ shapes }: Page, near: number, within: number): number {
  const crossed = (x: number): number => shapes.filter((shape) => !isWide(shape) && shape.box.x - around < x && x < shape.box.x + shape.box.width + around).length;
  let best = near;
  for (let away = searchStep; away <= within; away += searchStep) for (const x of [near + away, near - away]) if (crossed(x) < crossed(best)) best = x;
  return best;
}

// What holds others is cut; the others stand whole on the side of their middle.
const isWide = ({ form }: Shape): boolean => form === 'pool' || form === 'lane' || form === 'group' || form === 'subProcess';

const partOf = (page: Page, range: Range): Page => ({ ...page, shapes: page.shapes.flatMap((shape) => shapeIn(shape, range)), edges: page.edges.flatMap((edge) => edgesIn(edge, range)) });

function shapeIn(shape: Shape, { from, to }: Range): readonly Shape[] {
  const { x, width } = shape.box, middle = x + width / 2;
  if (!isWide(shape)) return middle >= from && middle < to ? [shape] : [];
  const left = Math.max(x, from), right = Math.min(x + width, to);
  return right > left ? [{ ...shape, box: { ...shape.box, x: left, width: right - left } }] : [];
}

/** The stretches of a line inside a range; its name stands on the one that reaches farthest. */
function edgesIn(edge: Edge, range: Range): readonly Edge[] {
  const { name, label, otherwise, ...line } = edge, pieces: Point[][] = [];
  for (const [at, to] of edge.points.entries()) {
    const before = edge.points[at - 1], kept = before && clipped(before, to, range);
    if (kept === undefined) continue;
    const last = pieces.at(-1), joins = last?.at(-1);
    if (last !== undefined && joins?.x === kept[0].x && joins.y === kept[0].y) last.push(kept[1]); else pieces.push([...kept]);
  }
  const named = label === undefined ? 0 : label.x >= range.from && label.x < range.to ? 0 : -1;
  return pieces.map((points, at) => ({ ...line, points, ...(otherwise && points[0] === edge.points[0] ? { otherwise } : {}), ...(at === named && name !== undefined ? { name, ...(label === undefined ? {} : { label }) } : {}) }));
}

/** The part of a straight stretch inside a range, from its beginning to its end; nothing where it is outside. */
function clipped(a: Point, b: Point, { from, to }: Range): readonly [Point, Point] | undefined {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a], isOutside = left.x === right.x ? left.x < from || left.x >= to : right.x <= from || left.x >= to;
  if (isOutside) return undefined;
  const at = (x: number): Point => (left.x === right.x ? { x, y: left.y } : { x, y: left.y + ((x - left.x) / (right.x - left.x)) * (right.y - left.y) });
  const bounded = (point: Point): Point => (point.x < from ? at(from) : point.x > to ? at(to) : point);
  return [bounded(a), bounded(b)];
}
