import type { Definition } from '#modules/cases/index.ts';
import { tariffOn } from '#modules/catalog/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { bob, sayMoney } from '#kernel/money.ts';

/** What sending will cost, for every fee that the flow charges; says so when nothing is charged, and that it is free only where the source says it. */
export function feeSentence(definition: Definition, now: Date): Html {
  const ids = Object.values(definition.flow.elements).filter((element) => element.attributes.service === 'charge').map((element) => element.attributes.tariff ?? '');
  if (ids.length === 0) return html`<p class="govuk-body">${definition.procedure.free === true ? 'Este trámite no tiene costo.' : 'Aquí no se le cobra nada. La fuente no dice si la entidad tiene un arancel; si lo tiene, se lo dirá.'}</p>`;
  const fees = [...new Set(ids)].flatMap((id) => tariffOn(definition.fees, id, localDateOf(now)) ?? []);
  const said = fees.map((fee) => `${fee.concept}: ${amount(fee)}`);
  return html`<p class="govuk-body">Después de enviar le daremos una orden de pago. ${said.join('; ')}.</p>`;
}

function amount(fee: ReturnType<typeof tariffOn> & object): string {
  const minor = 'amountMinor' in fee ? fee.amountMinor : undefined;
  if (minor === undefined) return 'monto según sus datos';
  return fee.currency === 'UFV' ? `${(minor / 100).toLocaleString('es-BO')} UFV, al valor del día` : sayMoney(bob(minor));
}
