import { html, type Html } from '../html/html.ts';
import type { LocalDate } from '../clock.ts';
import { dayNumber, dayTicks, sayShortDay } from './calendar-scale.ts';
import { namesOf } from './bars.ts';
import { chartOf, sayCut, type Chart, type Drawing, type Room } from './chart.ts';
import { legend, type LegendEntry } from './legend.ts';
import { colours, round } from './look.ts';
import { clean, fit, line, widthOf, words } from './words.ts';

/** How one task waits for another: it starts or ends after the other's end or start. */
export type Waiting = { readonly row: number; readonly kind?: 'FS' | 'SS' | 'FF' | 'SF' };

/** A task with its days; both may still be unknown. A milestone is a day. */
export type GanttRow = {
  readonly name: string;
  readonly group?: string;
  readonly start?: LocalDate;
  readonly end?: LocalDate;
  readonly isMilestone?: boolean;
  /** Percent done, 0 to 100. */
  readonly progress?: number;
  /** Where the task lay in the plan as it was approved. */
  readonly base?: { readonly start: LocalDate; readonly end: LocalDate };
  /** Places in `rows` of the tasks that this one waits for. */
  readonly after?: readonly Waiting[];
  /** Whether a delay of it delays the whole. */
  readonly isCritical?: boolean;
};

/** Tasks over time. */
export type GanttData = { readonly title: string; readonly rows: readonly GanttRow[]; readonly today?: LocalDate };

/** How many tasks are drawn; the table has all of them. */
const ganttRowsMax = 120;

/** Tasks as bars over days, with milestones, progress, what waits for what, where they lay in the approved plan, and today. */
export function ganttChart(data: GanttData): Chart {
  const drawn: GanttData = { ...data, rows: data.rows.slice(0, ganttRowsMax) }, span = spanOf(data), hasBase = data.rows.some(({ base }) => base), when = (day: LocalDate | undefined): string => (day === undefined ? 'sin fecha' : sayShortDay(day));
  return chartOf({
    title: data.title, alt: `${data.title}: ${data.rows.length} ${data.rows.length === 1 ? 'tarea' : 'tareas'}${span ? `, del ${sayShortDay(span.from)} al ${sayShortDay(span.to)}` : ', todavía sin fechas'}.${sayCut(ganttRowsMax, data.rows.length)}`,
    head: ['Tarea', 'Inicio', 'Fin', 'Avance', 'Espera a', ...(hasBase ? ['Inicio aprobado', 'Fin aprobado'] : [])],
    rows: data.rows.map(({ name, start, end, progress, after = [], base, isMilestone, isCritical }) => [
      `${name}${isMilestone ? ' (hito)' : ''}${isCritical ? ' (ruta crítica)' : ''}`, when(start ?? end), when(end ?? start), progress === undefined ? '—' : `${Math.round(progress)}\u00a0%`,
      after.map(({ row }) => data.rows[row]?.name ?? '').filter((each) => each !== '').join('; ') || '—', ...(hasBase ? [when(base?.start), when(base?.end)] : []),
    ]),
    draw: (room) => draw(drawn, room),
  });
}

type Span = { readonly from: LocalDate; readonly to: LocalDate };

function spanOf({ rows, today }: GanttData): Span | undefined {
  const days = rows.flatMap(({ start, end, base }) => [start, end, base?.start, base?.end].filter((day) => day !== undefined)).sort(), [from] = days, to = days.at(-1);
  if (from === undefined || to === undefined) return undefined;
  return { from: today !== undefined && today < from ? today : from, to: today !== undefined && today > to ? today : to };
}

const tickApart = 84, rightGap = 12, rowHeight = 32, groupHeight = 28, headHeight = 26, barHeight = 16;

/** Where a task lies in the drawing. */
type Placed = { readonly row: GanttRow; readonly top: number; readonly left: number; readonly right: number; readonly middle: number; readonly isKnown: boolean };

function draw(data: GanttData, { width, isNarrow }: Room): Drawing {
  const key = legend(entriesOf(data), width), nameWidth = isNarrow ? 0 : Math.min(260, Math.max(60, ...data.rows.map(({ name }) => widthOf(clean(name)) + 12))), nameHeight = isNarrow ? 20 : 0;
  const span = spanOf(data), left = isNarrow ? 1 : nameWidth + 8, right = width - rightGap, from = span ? dayNumber(span.from) : 0, days = span ? dayNumber(span.to) - from + 1 : 1;
  const x = (day: LocalDate): number => left + ((dayNumber(day) - from) / days) * (right - left), after = (day: LocalDate): number => x(day) + (right - left) / days;
  let top = key.height + headHeight;
  const heads: Html[] = [], placed: Placed[] = data.rows.map((row, index) => {
    if (row.group !== undefined && row.group !== data.rows[index - 1]?.group) { heads.push(words({ x: 0, y: top + 19, text: fit(clean(row.group), width), bold: true })); top += groupHeight; }
    const start = row.start ?? row.end, end = row.end ?? row.start, [first, last] = start !== undefined && end !== undefined && start > end ? [end, start] : [start, end], at = top;
    top += rowHeight + nameHeight;
    const spot = row.isMilestone && last !== undefined ? (x(last) + after(last)) / 2 : undefined;
    return { row, top: at, left: spot ?? (first === undefined ? left : x(first)), right: spot ?? (last === undefined ? left : after(last)), middle: at + nameHeight + rowHeight / 2, isKnown: first !== undefined };
  });
  const guides = span ? dayTicks(span.from, span.to, Math.floor((width - left) / tickApart)).map(({ day, text }) => html`${line(x(day), key.height + headHeight - 6, x(day), top)}${words({ x: Math.min(x(day) + 3, width - widthOf(text)), y: key.height + 14, text, colour: colours.muted })}`) : [];
  const { today } = data, now = today !== undefined && span && line((x(today) + after(today)) / 2, key.height + headHeight - 6, (x(today) + after(today)) / 2, top, colours.ink, todayDash);
  return { height: top + 6, body: html`${key.body}${guides}${heads}${arrows(placed, width)}${placed.map((each) => task(each, { nameWidth, width, isNarrow, x, after }))}${now}` };
}

const todayDash = '3 3', diamond = 8;

type Grid = { readonly nameWidth: number; readonly width: number; readonly isNarrow: boolean; readonly x: (day: LocalDate) => number; readonly after: (day: LocalDate) => number };

function task({ row, top, left, right, middle, isKnown }: Placed, { nameWidth, width, isNarrow, x, after }: Grid): Html {
  const name = isNarrow ? words({ x: 0, y: top + 16, text: fit(clean(row.name), width) }) : namesOf(clean(row.name), nameWidth, middle + 4);
  if (!isKnown) return html`<g>${name}${words({ x: nameWidth + 12, y: middle + 4, text: 'sin fecha', colour: colours.muted })}</g>`;
  const { base } = row, ends = base && (base.start <= base.end ? [base.start, base.end] as const : [base.end, base.start] as const);
  const planned = ends && html`<rect x="${round(x(ends[0]))}" y="${round(middle + barHeight / 2 + 1)}" width="${round(Math.max(2, after(ends[1]) - x(ends[0])))}" height="4" fill="${colours.muted}"/>`;
  return html`<g>${name}${row.isMilestone ? html`<path d="M${round(left)} ${round(middle - diamond)}l${diamond} ${diamond}l-${diamond} ${diamond}l-${diamond} -${diamond}z" fill="${colours.ink}"/>` : bar(row, left, right, middle)}${planned}</g>`;
}

function bar({ progress = 0, isCritical = false }: GanttRow, left: number, right: number, middle: number): Html {
  const wide = Math.max(3, right - left), done = (wide * Math.max(0, Math.min(100, progress))) / 100, y = round(middle - barHeight / 2);
  return html`<rect x="${round(left)}" y="${y}" width="${round(wide)}" height="${barHeight}" fill="${colours.tint}" stroke="${isCritical ? colours.ink : colours.accent}" stroke-width="${isCritical ? 2.5 : 1}"/>${done > 0 && html`<rect x="${round(left)}" y="${round(middle - 4)}" width="${round(done)}" height="8" fill="${colours.accent}"/>`}`;
}

// From the end (or start) of what is waited for, down or up to the start (or end) of what waits, with a head drawn by hand.
function arrows(placed: readonly Placed[], width: number): readonly Html[] {
  return placed.flatMap((to) => (to.row.after ?? []).flatMap(({ row, kind = 'FS' }) => {
    const from = placed[row];
    if (!from?.isKnown || !to.isKnown || from === to) return [];
    const startX = kind.startsWith('F') ? from.right : from.left, endX = kind.endsWith('S') ? to.left : to.right, turn = within(startX + (kind.startsWith('F') ? 6 : -6), width), inward = kind.endsWith('S') ? -5 : 5;
    const tip = within(endX, width), middle = (from.middle + to.middle) / 2, before = within(endX + inward * 2, width), [a, b] = [from.middle, to.middle].map(round);
    return [html`<path d="M${round(startX)} ${a}H${round(turn)}V${round(middle)}H${round(before)}V${b}H${round(tip)}" fill="none" stroke="${colours.muted}" stroke-width="1"/><path d="M${round(tip)} ${b}L${round(within(tip + inward, width))} ${round(to.middle - 3.5)}V${round(to.middle + 3.5)}z" fill="${colours.muted}"/>`];
  }));
}

const within = (x: number, width: number): number => Math.max(0, Math.min(width, x));

function entriesOf({ rows, today }: GanttData): readonly LegendEntry[] {
  const sign = (isMeant: boolean, name: string, of: LegendEntry['sign']): readonly LegendEntry[] => (isMeant ? [{ name, sign: of }] : []);
  return [
    ...sign(rows.some(({ progress = 0 }) => progress > 0), 'Hecho', (x, y) => html`<rect x="${x}" y="${y - 4}" width="16" height="8" fill="${colours.accent}"/>`),
    ...sign(rows.some(({ isMilestone }) => isMilestone), 'Hito', (x, y) => html`<path d="M${x + 8} ${y - 7}l7 7l-7 7l-7 -7z" fill="${colours.ink}"/>`),
    ...sign(rows.some(({ base }) => base), 'Plan aprobado', (x, y) => html`<rect x="${x}" y="${y - 2}" width="16" height="4" fill="${colours.muted}"/>`),
    ...sign(rows.some(({ isCritical }) => isCritical), 'Ruta crítica', (x, y) => html`<rect x="${x + 1}" y="${y - 6}" width="15" height="12" fill="${colours.tint}" stroke="${colours.ink}" stroke-width="2.5"/>`),
    ...sign(today !== undefined && rows.length > 0, `Hoy, ${today === undefined ? '' : sayShortDay(today)}`, (x, y) => line(x + 8, y - 9, x + 8, y + 9, colours.ink, todayDash)),
  ];
}
