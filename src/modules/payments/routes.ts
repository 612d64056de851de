import { route, type Route } from '#kernel/http/index.ts';
import { keepUfv, reconcileNow, reviewDiscrepancy, showDay, showUfv } from './handlers/administration.ts';
import { takeWebhook, welcomeBack } from './handlers/payer.ts';
import type { Wiring } from './wiring.ts';

/** Where providers report and send the payer back to, and what administrators watch. Pages of the payer belong to the portal, which knows the case. */
export const paymentRoutes = (wiring: Wiring): readonly Route[] => [
  //    method  path                                        who            does
  route('POST', '/webhook/pagos/:provider',                 ['public'],    takeWebhook(wiring), { csrf: 'none', body: 'json', limit: 'webhook' }),
  route('GET',  '/pagos/retorno',                           ['applicant'], welcomeBack(wiring)),
  route('GET',  '/administracion/pagos',                    ['admin'],     showDay),
  route('POST', '/administracion/pagos/conciliacion',       ['admin'],     reconcileNow(wiring)),
  route('POST', '/administracion/pagos/discrepancias/:id',  ['admin'],     reviewDiscrepancy, { form: 'la revisión de una diferencia de pagos' }),
  route('GET',  '/administracion/ufv',                      ['admin'],     showUfv),
  route('POST', '/administracion/ufv',                      ['admin'],     keepUfv, { form: 'el valor de la UFV' }),
];
