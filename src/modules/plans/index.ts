/** The national plan of electronic government and the plans (PIGE) of entities: content, revision, approval, publication. The only door of the module. */
export { nationalPlan } from './content/national-plan.ts';
export type { Fidelity, NationalAxis, NationalGoal, NationalLine, NationalPlan } from './domain/national/national-plan.ts';
export { plansModule } from './module.ts';
export { planTermsOf } from './actions/procedure/terms-of.ts';
export { verifyPlans } from './actions/procedure/verify-plan.ts';
