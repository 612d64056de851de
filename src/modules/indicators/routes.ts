import { page, route, type Answer, type Route } from '#kernel/http/index.ts';
import { downloadHistory, showIndicator, showIndicators, showRows } from './handlers/definitions/pages.ts';
import { homePage } from './pages/home-page.ts';

/** Who may do what here. */
export const indicatorsRoutes = (): readonly Route[] => [
  //    method path                                                    who         does
  route('GET', '/tablero',                                              ['public'], (): Answer => page(homePage())),
  route('GET', '/tablero/indicadores',                                  ['public'], showIndicators),
  route('GET', '/tablero/indicadores/:code',                            ['public'], showIndicator),
  route('GET', '/tablero/indicadores/:code/historia/:entity/:format',   ['public'], downloadHistory),
  route('GET', '/tablero/indicadores/:code/filas/:operand',             ['public'], showRows),
];
