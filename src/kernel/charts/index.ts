/** Charts: pure functions from values to a drawing, its words and its table. The only door of the folder. */
export { barChart, type BarData } from './bars.ts';
export { stackedChart, type StackedData } from './stacked.ts';
export { lineChart, type LineData } from './lines.ts';
export { ganttChart, type GanttData, type GanttRow } from './gantt.ts';
export { departmentMap, type DepartmentKey, type MapData } from './map.ts';
export { progressBar, sparkline } from './marks.ts';
export { chartFigure } from './figure.ts';
export { sayValue, type Chart, type Saying, type Series, type Value } from './chart.ts';
