import { page, route, type Answer, type Route } from '#kernel/http/index.ts';
import { showNationalLine, showNationalPlan } from './handlers/national/national-plan.ts';
import { homePage } from './pages/home-page.ts';
import { publicHomePage } from './pages/public-home-page.ts';

/** Who may do what here. */
export const plansRoutes = (): readonly Route[] => [
  //    method path                           who         does
  route('GET', '/planes',                     ['public'], (): Answer => page(publicHomePage())),
  route('GET', '/planes/nacional',            ['public'], showNationalPlan),
  route('GET', '/planes/nacional/linea/:n',   ['public'], showNationalLine),
  route('GET', '/plan/pige', ['designer', 'supervisor', 'auditor', 'egov_head', 'authority', 'reviewer', 'coordinator'], (): Answer => page(homePage())),
];
