/** What is measured: indicators over what really runs, goals, evaluations, the dashboard. The only door of the module. */
export { indicatorsModule } from './module.ts';
export { findProgress } from './store/progress.ts';
export type { Progress } from './store/progress.ts';
export { indicators } from './content/index.ts';
