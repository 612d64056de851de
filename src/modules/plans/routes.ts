import { page, route, type Answer, type Route } from '#kernel/http/index.ts';
import { homePage } from './pages/home-page.ts';

/** Who may do what here. */
export const plansRoutes = (): readonly Route[] => [
  //    method path         who      does
  route('GET', '/plan/pige', ['designer', 'supervisor', 'auditor', 'egov_head', 'authority', 'reviewer', 'coordinator'], (): Answer => page(homePage())),
];
