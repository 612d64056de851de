import { html, type Html } from '#kernel/html/html.ts';
import type { Shape } from './drawing.ts';
import { icon } from './icons.ts';
import { round, words } from './words.ts';

/** What is drawn for a shape, without its frame of state. */
export const drawShape = (shape: Shape): Html => drawings[shape.form](shape);

type Draw = (shape: Shape) => Html;

const ink = '#1d3557', paper = '#ffffff', faint = '#f3f6fa';

const drawings: Readonly<Record<Shape['form'], Draw>> = {
  task: (shape) => html`${rect(shape, 8, shape.thick ? 3 : 1.5)}${icon(shape.icon, shape.box.x + 6, shape.box.y + 5, false)}${inside(shape, 4)}${repeats(shape)}`,
  subProcess: (shape) => html`${rect(shape, 8, 1.5)}${shape.collapsed ? html`${inside(shape, 4)}${icon('Collapsed', center(shape).x - 8, shape.box.y + shape.box.height - 18, false)}` : atTop(shape)}${repeats(shape)}`,
  event: (shape) => html`${circles(shape)}${shape.icon ? icon(shape.icon, center(shape).x - 8, center(shape).y - 8, shape.filled === true) : ''}${below(shape)}`,
  gateway: (shape) => html`<path class="flow-shape" d="${diamond(shape)}" fill="${paper}" stroke="${ink}" stroke-width="1.5"/>${icon(shape.icon, center(shape).x - 8, center(shape).y - 8, false)}${below(shape)}`,
  pool: (shape) => html`${rect(shape, 0, 1.5, faint)}${side(shape)}`,
  lane: (shape) => html`${rect(shape, 0, 1, paper)}${side(shape)}`,
  data: (shape) => html`<path class="flow-shape" d="M${p(shape, 0, 0)}h${round(shape.box.width - 10)}l10 10v${round(shape.box.height - 10)}h${-round(shape.box.width)}z" fill="${paper}" stroke="${ink}"/>${below(shape)}`,
  store: (shape) => html`<path class="flow-shape" d="M${p(shape, 0, 6)}a${round(shape.box.width / 2)} 6 0 0 1 ${round(shape.box.width)} 0v${round(shape.box.height - 12)}a${round(shape.box.width / 2)} 6 0 0 1 ${-round(shape.box.width)} 0z" fill="${paper}" stroke="${ink}"/>${below(shape)}`,
  note: (shape) => html`<path class="flow-shape" d="M${p(shape, 10, 0)}h-10v${round(shape.box.height)}h10" fill="none" stroke="${ink}"/>${inside(shape, 8)}`,
  group: (shape) => html`<rect class="flow-shape" x="${round(shape.box.x)}" y="${round(shape.box.y)}" width="${round(shape.box.width)}" height="${round(shape.box.height)}" rx="8" fill="none" stroke="${ink}" stroke-dasharray="8 4 2 4"/>${atTop(shape)}`,
  other: (shape) => html`${rect(shape, 0, 1)}${inside(shape, 4)}`,
};

const center = ({ box }: Shape): { x: number; y: number } => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
const p = ({ box }: Shape, dx: number, dy: number): string => `${round(box.x + dx)} ${round(box.y + dy)}`;

function rect({ box, dashed }: Shape, radius: number, width: number, fill = paper): Html {
  return html`<rect class="flow-shape" x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}" rx="${radius}" fill="${fill}" stroke="${ink}" stroke-width="${width}"${dashed ? html` stroke-dasharray="2 3"` : ''}/>`;
}

function circles(shape: Shape): Html {
  const { x, y } = center(shape);
  const radius = shape.box.width / 2;
  const dash = shape.dashed ? html` stroke-dasharray="4 3"` : '';
  const second = shape.ring === 'middle' ? html`<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius - 3)}" fill="none" stroke="${ink}"${dash}/>` : '';
  return html`<circle class="flow-shape" cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${paper}" stroke="${ink}" stroke-width="${shape.ring === 'end' ? 3 : 1.5}"${dash}/>${second}`;
}

function diamond(shape: Shape): string {
  const [w, h] = [round(shape.box.width / 2), round(shape.box.height / 2)];
  return `M${p(shape, shape.box.width / 2, 0)}l${w} ${h}l${-w} ${h}l${-w} ${-h}z`;
}

/** In the middle, to the right of the picture where there is one. */
function inside(shape: Shape, linesMax: number): Html | '' {
  if (shape.name === undefined) return '';
  const room = shape.icon === undefined ? 0 : 14;
  const { x, y } = center(shape);
  return words(shape.name, { x: x + room / 2, y }, shape.box.width - 12 - room, linesMax);
}

const atTop = (shape: Shape): Html | '' => (shape.name === undefined ? '' : words(shape.name, { x: center(shape).x, y: shape.box.y + 14 }, shape.box.width - 14, 1));

/** Beside where the file says, otherwise below the shape. */
function below(shape: Shape): Html | '' {
  if (shape.name === undefined) return '';
  const { label, box } = shape;
  if (label) return words(shape.name, { x: label.x + label.width / 2, y: label.y + label.height / 2 }, Math.max(label.width + 12, 80), 4, 'flow-text flow-label');
  return words(shape.name, { x: box.x + box.width / 2, y: box.y + box.height + 14 }, 108, 2, 'flow-text flow-label');
}

function side(shape: Shape): Html | '' {
  if (shape.name === undefined) return '';
  if (!shape.horizontal) return atTop(shape);
  const x = shape.box.x + 14;
  const y = center(shape).y;
  return html`<g transform="rotate(-90 ${round(x)} ${round(y)})">${words(shape.name, { x, y: y - 2 }, shape.box.height - 10, 1)}</g>`;
}

const repeats = (shape: Shape): Html | '' =>
  shape.repeats ? icon(`Repeat ${shape.repeats}`, center(shape).x - (shape.collapsed ? 26 : 8), shape.box.y + shape.box.height - 18, false) : '';
