import { sayDay, parseLocalDate } from '#kernel/clock.ts';
import { tag, type TagColour } from '#kernel/html/components.ts';
import type { Html } from '#kernel/html/html.ts';
import { sayMoney, type UfvValue } from '#kernel/money.ts';
import type { Charge } from '../domain/charge.ts';
import type { ChargeView } from '../domain/charge-view.ts';
import type { Closure } from '../domain/order.ts';

const fiveDecimals = new Intl.NumberFormat('es-BO', { minimumFractionDigits: 5, maximumFractionDigits: 5 });
const upToTwo = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 2 });

/** «2,51234»: bolivianos for one UFV. */
export const sayUfvValue = ({ valueE5 }: Pick<UfvValue, 'valueE5'>): string => fiveDecimals.format(valueE5 / 100_000);

/** «1 UFV × 2,51234 = Bs 2,51 (valor del 20 de noviembre de 2026)», or «valor de ejemplo» in a demonstration; `undefined` for a fee in bolivianos. */
export function explainUfv({ ufv, amount }: Pick<Charge, 'ufv' | 'amount'>): string | undefined {
  if (!ufv) return undefined;
  const day = parseLocalDate(ufv.value.day);
  return `${upToTwo.format(ufv.hundredths / 100)} UFV × ${sayUfvValue(ufv.value)} = ${sayMoney(amount)} (valor ${ufv.isExample ? 'de ejemplo ' : ''}del ${day ? sayDay(day) : ufv.value.day})`;
}

/** What a person sees of where a charge stands. */
export type Standing = 'unpaid' | 'waiting' | 'settled' | 'cancelled' | Closure['reason'];

/** Where a charge stands, in the order of what matters to the payer. */
export function standingOf({ state, order }: Pick<ChargeView, 'state' | 'order'>): Standing {
  if (state !== 'pending') return state;
  if (!order) return 'unpaid';
  return order.closure?.reason ?? (order.opened ? 'waiting' : 'unpaid');
}

const words = {
  unpaid: ['Por pagar', 'yellow'], waiting: ['Esperando el pago', 'yellow'], settled: ['Pagada', 'green'], cancelled: ['Anulada', 'grey'],
  expired: ['Vencida', 'grey'], rejected: ['Rechazada', 'red'], lost: ['Sin respuesta', 'orange'],
} as const satisfies Record<Standing, readonly [string, TagColour]>;

/** The state of a charge as a tag. */
export function standingTag(standing: Standing): Html {
  const [text, colour] = words[standing];
  return tag({ text, colour });
}
