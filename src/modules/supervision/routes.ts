import { page, route, type Answer, type Route } from '#kernel/http/index.ts';
import { homePage } from './pages/home-page.ts';

/** Who may do what here. */
export const supervisionRoutes = (): readonly Route[] => [
  //    method path         who      does
  route('GET', '/control', ['examiner', 'egov_head', 'authority', 'auditor'], (): Answer => page(homePage())),
];
