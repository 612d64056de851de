/** What is measured: indicators over what really runs, goals, evaluations, the dashboard. The only door of the module. */
export { indicatorsModule } from './module.ts';
