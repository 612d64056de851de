/** The desk: screens of officers, and the same acts by API. The only door of the module. */
export { deskModule } from './module.ts';
