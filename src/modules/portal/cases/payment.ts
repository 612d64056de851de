import { chargesOf, receiptPage, type ChargeView } from '#modules/payments/index.ts';
import { refusals } from '#kernel/errors/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { applicantOf } from '../applicant.ts';
import type { PortalDeps } from '../wiring.ts';
import { openOwn } from './open-own.ts';

const refuse = refusals('portal_payment', {
  not_found: [404, 'Esa orden de pago no es de este trámite. Vuelva al trámite para ver cómo está.'],
});

/** Addresses of a charge's buttons, below its case. */
export const paymentHrefs = (caseId: string, chargeId: string) => {
  const base = `/mis-tramites/${caseId}/pagos/${chargeId}`;
  return { start: `${base}/inicio`, refresh: `${base}/consulta`, receipt: `${base}/comprobante` };
};

/** `POST …/pagos/:charge/inicio`: opens the order at the provider and goes to its page. */
export const startPaying = ({ payments }: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const charge = await openCharge(ctx);
  return seeOther(await payments.startPayment(ctx.db, charge.id, applicantOf(ctx), ctx.now));
};

/** `POST …/pagos/:charge/consulta`: «Ya pagué»: asks the provider again. */
export const askAgain = ({ payments }: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const charge = await openCharge(ctx);
  const { state } = await payments.refreshPayment(ctx.db, charge.id, applicantOf(ctx), ctx.now);
  return seeOther(`/mis-tramites/${charge.caseId}`, state === 'settled' ? 'Su pago está confirmado.' : 'La pasarela todavía no nos confirma el pago. Si acaba de pagar, espere unos minutos.');
};

/** `GET …/pagos/:charge/comprobante`: the proof of payment, to print. */
export const showPaymentReceipt = ({ payments }: PortalDeps) => async (ctx: Context): Promise<Answer> => {
  const { definition } = await openOwn(ctx);
  const charge = await openCharge(ctx);
  const settled = await payments.getReceipt(ctx.db, charge.id, applicantOf(ctx));
  return page({ ...receiptPage(settled, definition.entityName, `/mis-tramites/${charge.caseId}`), section: '/mis-tramites' });
};

async function openCharge(ctx: Context): Promise<ChargeView> {
  const { current } = await openOwn(ctx);
  const id = parseId<'charge'>(ctx.params.charge);
  return (await chargesOf(ctx.db, current.id)).find((charge) => charge.id === id) ?? refuse('not_found');
}
