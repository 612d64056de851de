import { sayInstant } from '#kernel/clock.ts';
import { button, buttonGroup, insetText, linkButton, postForm, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { sayMoney } from '#kernel/money.ts';
import type { ChargeView } from '../domain/charge-view.ts';
import type { OpenedOrder } from '../domain/order.ts';
import { methodName } from '../domain/settlement.ts';
import { qrCode } from './qr.ts';
import { explainUfv, standingOf, standingTag, type Standing } from './words.ts';

/** Where the buttons of the panel post to: addresses of the page that shows it, which knows whose case it is. */
export type PaymentForms = {
  readonly csrf: Html;
  /** POST that calls `startPayment` and goes where it says. */
  readonly start: string;
  /** POST that calls `refreshPayment` and comes back. */
  readonly refresh: string;
  /** Page of the receipt, once it is paid. */
  readonly receipt?: string | undefined;
};

/** A charge for the person who owes it: how much and why so much, where it stands, and how to pay. Without `forms` it has no buttons. */
export const chargePanel = (charge: ChargeView, forms?: PaymentForms): Html => html`
  ${summaryList([
    { key: 'Concepto', value: charge.concept },
    { key: 'Monto', value: html`<strong>${sayMoney(charge.amount)}</strong>${ufvLine(charge)}` },
    { key: 'Estado', value: standingTag(standingOf(charge)) },
    ...(charge.settlement ? [{ key: 'Pagada', value: `${sayInstant(charge.settlement.paidAt)}, ${methodName[charge.settlement.method]}` }] : []),
  ])}
  ${next[standingOf(charge)](charge, forms)}`;

function ufvLine(charge: ChargeView): Html | false {
  const explained = explainUfv(charge);
  return explained !== undefined && html`<br><span class="app-small app-muted">${explained}</span>`;
}

type Next = (charge: ChargeView, forms: PaymentForms | undefined) => Html;

const again = (said: string): Next => (_charge, forms) => html`${insetText(said)}${startForm(forms, 'Pagar en línea')}`;

const next = {
  unpaid: (_charge, forms) => html`<p class="govuk-body">Puede pagar con código QR desde la aplicación de su banco, o en el banco con un código de pago (CPT).</p>${startForm(forms, 'Pagar en línea')}`,
  waiting: ({ order }, forms) => html`${order?.opened && howToPay(order.opened)}${forms && waitingForms(forms)}`,
  settled: (_charge, forms) => html`${forms?.receipt !== undefined && linkButton({ href: forms.receipt, text: 'Ver el comprobante', kind: 'secondary' })}`,
  cancelled: ({ cancellation }) => insetText(html`Esta orden ya no se cobra: ${cancellation?.reason}`),
  expired: again('La orden venció sin que se pagara. Pida otra y pague con ella: la anterior ya no sirve.'),
  rejected: again('El pago no fue aceptado y no se le cobró nada. Puede volver a intentarlo.'),
  lost: again('La pasarela no respondió a tiempo y no se le cobró nada. Puede volver a intentarlo.'),
} as const satisfies Record<Standing, Next>;

const howToPay = ({ qr, cpt, redirectUrl, expiresAt }: OpenedOrder): Html => html`
  <h3 class="govuk-heading-s">Con código QR</h3>
  <p class="govuk-body">Escanee el código con la aplicación de su banco, o continúe en la página de la pasarela.</p>
  ${qrCode(qr, 'Código QR para pagar')}
  ${linkButton({ href: redirectUrl, text: 'Ir a la pasarela de pagos' })}
  ${cpt !== undefined && html`<h3 class="govuk-heading-s">En el banco, con código de pago (CPT)</h3>
    <p class="govuk-body">Diga o muestre este código en la caja: <strong class="app-code app-nowrap">${cpt}</strong>. El banco puede cobrar además su propio servicio.</p>`}
  ${expiresAt && html`<p class="govuk-body">Puede pagar hasta el ${sayInstant(expiresAt)}.</p>`}`;

const waitingForms = ({ csrf, refresh }: PaymentForms): Html => postForm({ csrf, action: refresh, body: html`
  <p class="govuk-body">Cuando la pasarela nos confirme el pago, su trámite sigue solo. Si ya pagó y no lo ve aquí, pregúntelo ahora.</p>
  ${buttonGroup(button({ text: 'Ya pagué', kind: 'secondary' }))}` });

const startForm = (forms: PaymentForms | undefined, text: string): Html => html`${forms && postForm({ csrf: forms.csrf, action: forms.start, body: button({ text }) })}`;
