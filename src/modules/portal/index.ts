/** The portal: screens of applicants. The only door of the module. */
export { portalModule } from './module.ts';
