/** Planning: what an entity has, what it wants, and how it means to get there. The only door of the module. */
export { planningModule } from './module.ts';
