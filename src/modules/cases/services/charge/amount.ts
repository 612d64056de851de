import type { Fee } from '#modules/catalog/index.ts';
import type { Variables } from '#modules/flows/index.ts';
import { compileFeel, evaluateFeel } from '#kernel/feel/index.ts';
import { bob, ufvToBob, type Money, type UfvValue } from '#kernel/money.ts';

/** What must be paid, and from what it was computed. */
export type Amount = { readonly money: Money; readonly ufv?: { readonly hundredths: number; readonly value: UfvValue } };

/** Why no amount can be said. */
export type NoAmount = { readonly problem: string };

/**
 * The amount of a fee for these answers. UFV are converted at the value of the day (that of the order of payment, which keeps it).
 * Fractions of a centavo are rounded half up, once.
 */
export function amountOf(fee: Fee, variables: Variables, ufv: UfvValue | undefined): Amount | NoAmount {
  const hundredths = hundredthsOf(fee, variables);
  if (hundredths === undefined) return { problem: `El monto de «${fee.concept}» está por confirmar y no se puede cobrar.` };
  if (!Number.isSafeInteger(hundredths) || hundredths < 0) return { problem: `El monto de «${fee.concept}» no se pudo calcular con los datos de la solicitud.` };
  if (fee.currency === 'BOB') return { money: bob(hundredths) };
  if (!ufv) return { problem: 'Falta el valor de la UFV de hoy. La administración debe registrarlo.' };
  return { money: ufvToBob(hundredths, ufv), ufv: { hundredths, value: ufv } };
}

function hundredthsOf(fee: Fee, variables: Variables): number | undefined {
  switch (fee.kind) {
    case 'fixed': case 'ufv': return fee.amountMinor;
    case 'formula': return toHundredths(evaluated(fee.formula, variables));
    case 'per_unit': return roundHalfUp(Number(evaluated(fee.quantity, variables)) * fee.amountMinor);
    case 'by_category': return fee.amounts.find(({ category }) => category === evaluated(fee.category, variables))?.amountMinor;
  }
}

const toHundredths = (value: unknown): number => (typeof value === 'number' ? roundHalfUp(value * 100) : Number.NaN);

// 1.005 * 100 is 100.49999999999999: the ninth decimal decides nothing.
const roundHalfUp = (value: number): number => Math.floor(Number(value.toFixed(6)) + 0.5);

function evaluated(text: string, variables: Variables): unknown {
  const { expression } = compileFeel(text);
  return expression && evaluateFeel(expression, variables);
}
