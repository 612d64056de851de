import { route, type Route } from '#kernel/http/index.ts';
import { boardRoutes } from './board-routes.ts';
import type { Board } from './domain/dashboard/frame.ts';
import { downloadHistory, showIndicator, showIndicators, showRows } from './handlers/definitions/pages.ts';

/** Who may do what here. */
export const indicatorsRoutes = (board: Board): readonly Route[] => [
  //    method path                                                    who         does
  route('GET', '/tablero/indicadores',                                  ['public'], showIndicators),
  route('GET', '/tablero/indicadores/:code',                            ['public'], showIndicator),
  route('GET', '/tablero/indicadores/:code/historia/:entity/:format',   ['public'], downloadHistory, { limit: 'file' }),
  route('GET', '/tablero/indicadores/:code/filas/:operand',             ['public'], showRows),
  ...boardRoutes(board),
];
