import type { YamlValue } from '#kernel/yaml/index.ts';
import { feeKinds, type CategoryAmount, type Fee, type FeeCurrency } from '../domain/fee.ts';
import { decided, key } from './common.ts';
import { defaulted, list, oneOf, optional, partialDate, refine, required, table, text, type Reader, type Shaped } from './shape.ts';

const unconfirmed = 'por confirmar';
const wholeUnitsMax = 100_000_000;

/** An amount in whole hundredths; `null` for «por confirmar». At most two decimals are accepted, never rounded. */
const amount: Reader<number | null> = (value) => {
  if (value.isText && value.text()?.trim().toLowerCase() === unconfirmed) return null;
  const written = value.number();
  if (written === undefined) return undefined;
  const hundredths = Math.round(written * 100);
  if (written >= 0 && written <= wholeUnitsMax && Math.abs(hundredths - written * 100) < 1e-6) return hundredths;
  return value.fault('bad_amount', `«${value.path}» es ${written}.`, 'Escriba un monto con dos decimales como máximo, por ejemplo 584.50, o «por confirmar».');
};

const categoryAmount = refine(table({ category: required(key), name: required(text(200)), amount: required(amount) }), (read, value): CategoryAmount | undefined =>
  read.amount === null ? needs(value, 'amount', 'by_category') : { category: read.category, name: read.name, amountMinor: read.amount });

const fields = {
  id: required(key), concept: required(text(300)), kind: required(oneOf(feeKinds)), amount: optional(amount), currency: optional(oneOf(['BOB', 'UFV'])),
  formula: optional(text()), unit: optional(text(100)), quantity: optional(text()), category: optional(text()), amounts: defaulted(list(categoryAmount), []),
  validFrom: optional(partialDate), validTo: optional(partialDate), basis: optional(text(500)), account: optional(text(200)), note: optional(text(1_000)), ...decided,
} as const;

type Written = Shaped<typeof fields>;

/** One fee; which keys it needs depends on its kind. */
export const fee: Reader<Fee> = refine(table(fields), (read, value) => {
  const { kind: _kind, amount: _amount, currency: _currency, formula: _formula, unit: _unit, quantity: _quantity, category: _category, amounts: _amounts, ...base } = read;
  const rest = restOf(read, value);
  return rest && { ...base, ...rest };
});

type Rest = Fee extends infer One ? One extends Fee ? Pick<One, Extract<keyof One, 'kind' | 'currency' | 'amountMinor' | 'formula' | 'unit' | 'quantity' | 'category' | 'amounts'>> : never : never;

function restOf(read: Written, value: YamlValue): Rest | undefined {
  const currency: FeeCurrency = read.currency ?? (read.kind === 'ufv' ? 'UFV' : 'BOB');
  const known = typeof read.amount === 'number' ? { amountMinor: read.amount } : {};
  switch (read.kind) {
    case 'fixed': return currency === 'BOB' ? (read.amount === undefined ? needs(value, 'amount', 'fixed') : { kind: 'fixed', currency, ...known }) : wrongCurrency(value, 'fixed', 'BOB');
    case 'ufv': return currency === 'UFV' ? (read.amount === undefined ? needs(value, 'amount', 'ufv') : { kind: 'ufv', currency, ...known }) : wrongCurrency(value, 'ufv', 'UFV');
    case 'formula': return read.formula === undefined ? needs(value, 'formula', 'formula') : { kind: 'formula', currency, formula: read.formula };
    case 'per_unit': return perUnit(read, currency, value);
    case 'by_category': return byCategory(read, currency, value);
  }
}

function perUnit(read: Written, currency: FeeCurrency, value: YamlValue): Rest | undefined {
  if (typeof read.amount !== 'number') return needs(value, 'amount', 'per_unit');
  if (read.unit === undefined) return needs(value, 'unit', 'per_unit');
  return { kind: 'per_unit', currency, amountMinor: read.amount, unit: read.unit, quantity: read.quantity ?? '1' };
}

function byCategory(read: Written, currency: FeeCurrency, value: YamlValue): Rest | undefined {
  if (read.amounts.length === 0) return needs(value, 'amounts', 'by_category');
  return { kind: 'by_category', currency, category: read.category ?? '', amounts: read.amounts };
}

const needs = (value: YamlValue, name: string, kind: string): undefined =>
  value.fault('missing_key', `Un arancel «kind: ${kind}» necesita «${name}» en «${value.path}».`, name === 'amount' ? 'Agregue «amount: …», o «amount: por confirmar» si la fuente no lo dice.' : `Agregue «${name}: …».`);

const wrongCurrency = (value: YamlValue, kind: string, currency: FeeCurrency): undefined =>
  value.fault('bad_currency', `Un arancel «kind: ${kind}» se cobra en ${currency}.`, `Escriba «currency: ${currency}» o cambie «kind».`);
