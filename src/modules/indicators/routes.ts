import { page, route, type Answer, type Route } from '#kernel/http/index.ts';
import { homePage } from './pages/home-page.ts';

/** Who may do what here. */
export const indicatorsRoutes = (): readonly Route[] => [
  //    method path         who      does
  route('GET', '/tablero', ['public'], (): Answer => page(homePage())),
];
