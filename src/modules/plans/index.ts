/** The national plan of electronic government and the plans (PIGE) of entities: content, revision, approval, publication. The only door of the module. */
export { plansModule } from './module.ts';
