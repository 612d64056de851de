import { isRefusal } from '#kernel/errors/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { json, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { refreshPayment } from '../actions/refresh-payment.ts';
import { receiveWebhook } from '../actions/receive-webhook.ts';
import { refuse } from '../errors.ts';
import { findOrderByCode } from '../store/orders.ts';
import type { Wiring } from '../wiring.ts';
import { getOwnCharge } from '../actions/own-charge.ts';

/** Takes in a provider's notification; 202 means that it is stored. */
export const takeWebhook = (wiring: Wiring) => async (ctx: Context): Promise<Answer> => {
  await receiveWebhook(wiring, ctx.db, ctx.params['provider'] ?? '', ctx.json, ctx.headers, ctx.now);
  return json({ finalizado: true, mensaje: 'Notificación recibida.' }, 202);
};

/** Where the provider sends the payer back to: asks what became of the order and goes on to the case. A silent provider does not keep anybody here. */
export const welcomeBack = (wiring: Wiring) => async (ctx: Context): Promise<Answer> => {
  const { db, person, now } = ctx;
  invariant(person, 'only who has logged in reaches this route');
  const order = (await findOrderByCode(db, ctx.query['orden'] ?? '')) ?? refuse('not_found');
  const { caseId } = await getOwnCharge(db, order.chargeId, person);
  const charge = await refreshPayment(wiring, db, order.chargeId, person, now).catch((caught: unknown) => {
    if (!isRefusal(caught)) throw caught;
  });
  return seeOther(wiring.casePath(caseId), charge?.state === 'settled' ? 'El pago está confirmado. Su trámite sigue.' : 'El pago todavía no está confirmado. Le avisaremos en cuanto lo esté.');
};
