import { html, type Html } from '#kernel/html/html.ts';

/** A point of the chart: how hard, how worthwhile, and the number that the table beside it explains. */
export type Point = { readonly effort: number; readonly value: number; readonly place: number; readonly name: string };

// Small, so that its letters are read on a telephone; the names of the quarters stand above them, where no mark hides them.
const width = 440, height = 340, margin = { left: 20, right: 12, top: 66, bottom: 32 } as const, radius = 13;
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
    ${note(4, 16, 'start', 'Valor ↑')}${note(margin.left + 8, 38, 'start', 'Mucho valor,')}${note(margin.left + 8, 56, 'start', 'poco esfuerzo')}${note(right, 38, 'end', 'Mucho valor,')}${note(right, 56, 'end', 'mucho esfuerzo')}${note(right, height - 10, 'end', 'Esfuerzo →')}
    ${points.toSorted((one, other) => one.place - other.place).reduce<readonly Mark[]>((marks, point) => joined(marks, { x: x(point.effort), y: y(point.value), points: [point] }), []).map(drawn)}</svg>`;
}

type Mark = { readonly x: number; readonly y: number; readonly points: readonly Point[] };

const halfOf = ({ points }: Mark): number => (points.length === 1 ? radius : 2 * radius);

/** Marks that would hide one another become one, where the first stands: nothing is drawn where it is not. */
function joined(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const other = marks.find((one) => Math.abs(one.x - mark.x) < halfOf(one) + halfOf(mark) && Math.abs(one.y - mark.y) < 2 * radius);
  return other === undefined ? [...marks, mark] : joined(marks.filter((one) => one !== other), { ...other, points: [...other.points, ...mark.points] });
}

function drawn(mark: Mark): Html {
  const { x, y, points } = mark, half = halfOf(mark), first = points[0]?.place ?? 0;
  const left = round(Math.min(Math.max(x - half, margin.left), width - margin.right - 2 * half));
  return html`<g><title>${points.map(({ place, name }) => `${place}. ${name}`).join('; ')}</title><rect x="${left}" y="${round(y - radius)}" width="${2 * half}" height="${2 * radius}" rx="${radius}" fill="${accent}"/><text x="${round(left + half)}" y="${round(y + 5)}" font-size="14" font-weight="700" text-anchor="middle" fill="${paper}">${points.length === 1 ? first : `${first} +${points.length - 1}`}</text></g>`;
}

const note = (x: number, y: number, anchor: 'start' | 'end', text: string): Html => html`<text x="${x}" y="${y}" font-size="15" text-anchor="${anchor}" fill="${muted}">${text}</text>`;
const round = (at: number): number => Math.round(at * 10) / 10;
