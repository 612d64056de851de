import { route, type Route } from '#kernel/http/index.ts';
import { resend, retry, showState } from './handlers.ts';
import type { UpkeepDeps } from './wiring.ts';

/** What whoever administers the installation sees, and mends. */
export const upkeepRoutes = (deps: UpkeepDeps): readonly Route[] => [
  //    method  path                                          who        does
  route('GET',  '/administracion/estado',                         ['admin'], showState(deps)),
  route('POST', '/administracion/estado/mensajes/:id/reintento',  ['admin'], retry),
  route('POST', '/administracion/estado/correos/:id/envio',       ['admin'], resend),
];
