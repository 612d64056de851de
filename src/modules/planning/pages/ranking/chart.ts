import { html, type Html } from '#kernel/html/html.ts';

/** A point of the chart: how hard, how worthwhile, and the number that the table beside it explains. */
export type Point = { readonly effort: number; readonly value: number; readonly place: number; readonly name: string };

const width = 640, height = 400, margin = { left: 48, right: 16, top: 16, bottom: 44 } as const, radius = 12;
// The colours of the site, in the marks themselves: a document that takes the drawing in has no style sheet.
const ink = '#17212b', muted = '#46525c', accent = '#0b5563', grid = '#cfd8dc', paper = '#ffffff', fonts = 'Liberation Sans, Noto Sans, Arial, Helvetica, sans-serif';

/** What the chart says to whoever does not see it. */
export const effortWords = (points: readonly Point[]): string => `Valor y esfuerzo de ${points.length === 1 ? 'un trámite' : `los ${points.length} primeros trámites`}: ${points.map(({ place, name, value, effort }) => `${place}. ${name}, valor ${whole.format(value)}, esfuerzo ${whole.format(effort)}`).join('; ')}.`;

const whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 });

/** Value against effort, each point with its place. A whole SVG that needs no style sheet, for screen, paper and documents. */
export function effortChart(points: readonly Point[]): Html {
  const top = Math.max(1, ...points.map(({ value }) => value));
  const x = (effort: number): number => round(margin.left + radius + (effort / 100) * (width - margin.left - margin.right - 2 * radius));
  const y = (value: number): number => round(height - margin.bottom - radius - (value / top) * (height - margin.top - margin.bottom - 2 * radius));
  const [middleX, middleY, right, bottom] = [x(50), y(top / 2), width - margin.right, height - margin.bottom];
  return html`<svg class="app-chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Valor y esfuerzo de los ${points.length} primeros trámites; la tabla dice lo mismo" font-family="${fonts}">
    <rect width="${width}" height="${height}" fill="${paper}"/>
    <line x1="${margin.left}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="${ink}" stroke-width="1.5"/><line x1="${margin.left}" y1="${margin.top}" x2="${margin.left}" y2="${bottom}" stroke="${ink}" stroke-width="1.5"/>
    <line x1="${middleX}" y1="${margin.top}" x2="${middleX}" y2="${bottom}" stroke="${grid}" stroke-dasharray="4 4"/><line x1="${margin.left}" y1="${middleY}" x2="${right}" y2="${middleY}" stroke="${grid}" stroke-dasharray="4 4"/>
    ${note(margin.left + 8, margin.top + 14, 'start', 'Mucho valor, poco esfuerzo')}${note(right, margin.top + 14, 'end', 'Mucho valor, mucho esfuerzo')}${note(right, height - 12, 'end', 'Esfuerzo →')}${note(margin.left - 40, margin.top + 2, 'start', 'Valor ↑')}
    ${apart(points.map((point) => ({ ...point, x: x(point.effort), y: y(point.value) }))).map((point) => html`<g><title>${point.place}. ${point.name}</title><circle cx="${point.x}" cy="${point.y}" r="${radius}" fill="${accent}"/><text x="${point.x}" y="${round(point.y + 4)}" font-size="12" font-weight="700" text-anchor="middle" fill="${paper}">${point.place}</text></g>`)}</svg>`;
}

type Placed = Point & { readonly x: number; readonly y: number };

/** Points that would hide one another, side by side: the later one goes to the right until it is free, or stays at the edge. */
function apart(points: readonly Placed[]): readonly Placed[] {
  const placed: Placed[] = [];
  for (const point of points) {
    let at = point.x;
    while (at < width - margin.right - 2 * radius && placed.some((other) => Math.hypot(other.x - at, other.y - point.y) < 2 * radius)) at += 2 * radius;
    placed.push({ ...point, x: round(Math.min(at, width - margin.right - radius)) });
  }
  return placed;
}

const note = (x: number, y: number, anchor: 'start' | 'end', text: string): Html => html`<text x="${x}" y="${y}" font-size="13" text-anchor="${anchor}" fill="${muted}">${text}</text>`;
const round = (at: number): number => Math.round(at * 10) / 10;
