import { html, type Html } from '#kernel/html/html.ts';

/** A point of the chart: how hard, how worthwhile, and the number that the table beside it explains. */
export type Point = { readonly effort: number; readonly value: number; readonly place: number; readonly name: string };

const width = 640, height = 400, margin = { left: 48, right: 16, top: 16, bottom: 44 } as const, radius = 12;

/** Value against effort, each point with its place; the table below says the same in words. Drawn by the server, for screen and paper. */
export function effortChart(points: readonly Point[]): Html {
  const top = Math.max(1, ...points.map(({ value }) => value));
  const x = (effort: number): number => round(margin.left + (effort / 100) * (width - margin.left - margin.right));
  const y = (value: number): number => round(height - margin.bottom - (value / top) * (height - margin.top - margin.bottom));
  const [middleX, middleY] = [x(50), y(top / 2)];
  return html`<svg class="app-chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="Valor y esfuerzo de los ${points.length} primeros trámites; la tabla que sigue dice lo mismo">
    <line class="app-chart__axis" x1="${margin.left}" y1="${height - margin.bottom}" x2="${width - margin.right}" y2="${height - margin.bottom}"/><line class="app-chart__axis" x1="${margin.left}" y1="${margin.top}" x2="${margin.left}" y2="${height - margin.bottom}"/>
    <line class="app-chart__guide" x1="${middleX}" y1="${margin.top}" x2="${middleX}" y2="${height - margin.bottom}"/><line class="app-chart__guide" x1="${margin.left}" y1="${middleY}" x2="${width - margin.right}" y2="${middleY}"/>
    <text class="app-chart__note" x="${margin.left + 8}" y="${margin.top + 14}">Mucho valor, poco esfuerzo</text><text class="app-chart__note app-chart__note--end" x="${width - margin.right}" y="${margin.top + 14}">Mucho valor, mucho esfuerzo</text>
    <text class="app-chart__label app-chart__note--end" x="${width - margin.right}" y="${height - 12}">Esfuerzo →</text><text class="app-chart__label" x="${margin.left - 40}" y="${margin.top + 2}">Valor ↑</text>
    ${points.map(({ effort, value, place, name }) => html`<g><title>${place}. ${name}</title><circle class="app-chart__point" cx="${x(effort)}" cy="${y(value)}" r="${radius}"/><text class="app-chart__number" x="${x(effort)}" y="${round(y(value) + 4)}">${place}</text></g>`)}</svg>`;
}

const round = (at: number): number => Math.round(at * 10) / 10;
