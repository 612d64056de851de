import { html, type Html } from '#kernel/html/html.ts';
import type { Progress } from '../domain/types.ts';
import type { Drawing, Edge, Point, Shape } from './drawing.ts';
import { drawShape } from './shapes.ts';
import { round, words } from './words.ts';

export type DiagramOptions = {
  /** What the picture is called; the drawing's own title when absent. */
  readonly title?: string;
  /** Prefix of the ids in it, when a page shows several. */
  readonly idPrefix?: string;
};

type Page = Drawing['pages'][number];
const margin = 20, pageGap = 40;

/**
 * A flow as an SVG of our own: one image to a screen reader, with its title and where the case is. Done and current elements differ by
 * class, border and sign, never by colour alone. No scripts, no inline styles. Show `stepList` beside it.
 */
export function flowDiagram(drawing: Drawing, progress: Progress = {}, options: DiagramOptions = {}): Html {
  const prefix = (options.idPrefix ?? 'flujo').replace(/[^\w-]/g, '-');
  const pages = stack(drawing.pages);
  const { width, height } = pages.size;
  return html`<svg class="flow-diagram" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${prefix}-titulo ${prefix}-detalle" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif"><title id="${prefix}-titulo">${options.title ?? drawing.title}</title><desc id="${prefix}-detalle">${describe(drawing, progress)}</desc>${arrows(prefix)}${pages.placed.map(({ page, dx, dy }) => html`<g transform="translate(${round(dx)} ${round(dy)})">${page.shapes.map((shape) => element(shape, progress))}${page.edges.map((edge) => line(edge, prefix))}</g>`)}</svg>`;
}

function describe({ pages }: Drawing, { done = [], current = [] }: Progress): string {
  const shapes = pages.flatMap((page) => page.shapes);
  const named = (ids: readonly string[]): string => shapes.filter(({ id, name }) => ids.includes(id) && name !== undefined).map(({ name }) => name).join(', ');
  const steps = shapes.filter(({ form }) => form === 'task' || form === 'subProcess');
  const about = [`Diagrama de flujo con ${steps.length} ${steps.length === 1 ? 'actividad' : 'actividades'}.`];
  if (done.length > 0 && named(done) !== '') about.push(`Hecho: ${named(done)}.`);
  if (current.length > 0 && named(current) !== '') about.push(`Ahora: ${named(current)}.`);
  return about.join(' ');
}

function arrows(prefix: string): Html {
  return html`<defs><marker id="${prefix}-flecha" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="#1d3557"/></marker><marker id="${prefix}-punta" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 1L9 5L0 9z" fill="#ffffff" stroke="#1d3557"/></marker></defs>`;
}

function element(shape: Shape, { done = [], current = [] }: Progress): Html {
  const state = current.includes(shape.id) ? 'current' : done.includes(shape.id) ? 'done' : undefined;
  return html`<g class="flow-element flow-${shape.form}${state ? ` flow-${state}` : ''}" data-element="${shape.id}">${drawShape(shape)}${state ? sign(shape, state) : ''}</g>`;
}

/** A second border and a sign at the upper right corner: a tick for what is done, a dot for where the case is. */
function sign({ box }: Shape, state: 'done' | 'current'): Html {
  const [x, y] = [round(box.x + box.width - 4), round(box.y + 2)];
  const colour = state === 'done' ? '#1b7f4b' : '#b4530a';
  const frame = state === 'current' ? html`<rect class="flow-frame" x="${round(box.x - 4)}" y="${round(box.y - 4)}" width="${round(box.width + 8)}" height="${round(box.height + 8)}" rx="10" fill="none" stroke="${colour}" stroke-width="3"/>` : '';
  const mark = state === 'done' ? html`<path d="M${x - 4} ${y}l3 3l6-7" fill="none" stroke="#ffffff" stroke-width="2"/>` : html`<circle cx="${x}" cy="${y}" r="3" fill="#ffffff"/>`;
  return html`${frame}<circle class="flow-sign" cx="${x}" cy="${y}" r="9" fill="${colour}"/>${mark}`;
}

function line({ id, form, points, name, label, otherwise }: Edge, prefix: string): Html {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const look = { sequence: html` marker-end="url(#${prefix}-flecha)"`, message: html` stroke-dasharray="6 4" marker-end="url(#${prefix}-punta)"`, association: html` stroke-dasharray="1 4"` }[form];
  const text = name === undefined ? '' : words(name, label ?? labelPlace(points), 90, 2, 'flow-text flow-label');
  return html`<g class="flow-line flow-${form}" data-element="${id}"><path d="${path}" fill="none" stroke="#1d3557" stroke-width="1.3"${look}/>${otherwise ? slash(points) : ''}${text}</g>`;
}

/** The short stroke near the beginning of the flow that is taken when no condition holds. */
function slash(points: readonly Point[]): Html | '' {
  const [from, to] = points;
  if (!from || !to) return '';
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [round(from.x + ((to.x - from.x) / far) * 10), round(from.y + ((to.y - from.y) / far) * 10)];
  return html`<path class="flow-otherwise" d="M${x - 4} ${y - 5}l8 10" stroke="#1d3557" stroke-width="1.3"/>`;
}

/** Above the longest stretch. */
function labelPlace(points: readonly Point[]): Point {
  let best: { x: number; y: number; far: number } = { x: points[0]?.x ?? 0, y: points[0]?.y ?? 0, far: -1 };
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    const far = from ? Math.hypot(to.x - from.x, to.y - from.y) : -1;
    if (from && far > best.far) best = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - (from.y === to.y ? 9 : 0), far };
  }
  return best;
}

/** Pages one below the other, each moved to where nothing is cut off. */
function stack(pages: readonly Page[]): { readonly placed: readonly { page: Page; dx: number; dy: number }[]; readonly size: { width: number; height: number } } {
  const placed: { page: Page; dx: number; dy: number }[] = [];
  let [width, top] = [2 * margin, margin];
  for (const page of pages) {
    const { left, upper, right, lower } = extent(page);
    placed.push({ page, dx: margin - left, dy: top - upper });
    width = Math.max(width, right - left + 2 * margin);
    top += lower - upper + pageGap;
  }
  return { placed, size: { width: Math.ceil(width), height: Math.ceil(pages.length === 0 ? 2 * margin : top - pageGap + margin) } };
}

function extent({ shapes, edges }: Page): { left: number; upper: number; right: number; lower: number } {
  const boxes = shapes.flatMap(({ box, label, form }) => [box, ...(label ? [label] : []), ...(form === 'event' || form === 'gateway' ? [{ x: box.x - 30, y: box.y, width: box.width + 60, height: box.height + 34 }] : [])]);
  const corners = [...boxes.flatMap(({ x, y, width, height }) => [{ x, y }, { x: x + width, y: y + height }]), ...edges.flatMap(({ points }) => points)];
  if (corners.length === 0) return { left: 0, upper: 0, right: 0, lower: 0 };
  const start = { left: Infinity, upper: Infinity, right: -Infinity, lower: -Infinity };
  return corners.reduce((all, { x, y }) => ({ left: Math.min(all.left, x), upper: Math.min(all.upper, y), right: Math.max(all.right, x), lower: Math.max(all.lower, y) }), start);
}
