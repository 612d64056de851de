/** Examinations, findings and recommendations, followed up to their closing; and checks that run by themselves. The only door of the module. */
export { supervisionModule } from './module.ts';
