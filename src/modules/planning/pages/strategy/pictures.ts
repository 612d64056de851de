import { barChart, ganttChart, type Chart, type GanttRow } from '#kernel/charts/index.ts';
import type { FrozenLine } from '../../domain/ranking/frozen.ts';
import type { Picture } from '../../domain/strategy/content.ts';
import type { Stage } from '../../domain/strategy/stages.ts';
import { effortChart, effortWords } from '../ranking/chart.ts';

const drawnMax = 12;

const pictureOf = ({ svg, narrow, alt }: Chart): Picture => ({ svg, narrow, alt });

/** The points of the first procedures of an order. */
export const pointsPicture = (lines: readonly FrozenLine[]): Picture | undefined => {
  const placed = lines.filter(({ place }) => place !== null).slice(0, drawnMax);
  return placed.length === 0 ? undefined : pictureOf(barChart({ title: 'Puntos de los primeros trámites', categories: placed.map(({ place, name }) => `${place ?? ''}. ${name}`), series: [{ name: 'Puntos', values: placed.map(({ score }) => Math.round(score * 10) / 10) }] }));
};

/** Value against effort of the first procedures of an order; nothing where the order does not say the effort. */
export function effortPicture(lines: readonly FrozenLine[]): Picture | undefined {
  const points = lines.slice(0, drawnMax).flatMap(({ place, name, score, effort }) => (place === null || effort === undefined ? [] : [{ place, name, value: score, effort }]));
  return points.length === 0 ? undefined : { svg: effortChart(points).toString(), alt: effortWords(points) };
}

/** Stages over time, of one solution or of several under their names; nothing where no stage has a day. */
export function schedulePicture(title: string, solutions: readonly { readonly name: string; readonly stages: readonly Stage[] }[]): Picture | undefined {
  const rows: GanttRow[] = [];
  for (const { name, stages } of solutions) {
    const first = rows.length;
    rows.push(...stages.map((stage): GanttRow => ({
      name: stage.name, ...(solutions.length > 1 ? { group: name } : {}), ...(stage.start === undefined ? {} : { start: stage.start }), ...(stage.end === undefined ? {} : { end: stage.end }),
      ...(stage.after === undefined || stage.after === stage.number || stage.after > stages.length ? {} : { after: [{ row: first + stage.after - 1 }] }),
    })));
  }
  return rows.some(({ start, end }) => start !== undefined || end !== undefined) ? pictureOf(ganttChart({ title, rows })) : undefined;
}
