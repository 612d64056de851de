import { parameterKeys, type ParameterKey } from './parameters.ts';

/** What somebody typed for the figures: those that were understood, and what must be put right. */
export type Typed = {
  readonly read: Readonly<Partial<Record<ParameterKey, { readonly amountMinor: number; readonly source: string }>>>;
  readonly problems: readonly { readonly field: string; readonly text: string }[];
  readonly texts: Readonly<Record<string, string>>;
};

const amountPattern = /^\d{1,6}(?:[.,]\d{1,2})?$/, sourceMax = 300;

/** Reads the figures of a form: `monto-<key>` in bolivianos and `fuente-<key>`. A figure that is left empty stays as it was; one that is set says where it is from. */
export function readParameters(said: (name: string) => string): Typed {
  const read: Partial<Record<ParameterKey, { amountMinor: number; source: string }>> = {}, problems: { field: string; text: string }[] = [], texts: Record<string, string> = {};
  for (const key of parameterKeys) {
    const [amount, source] = [said(`monto-${key}`).trim(), said(`fuente-${key}`).trim()];
    Object.assign(texts, { [`monto-${key}`]: amount, [`fuente-${key}`]: source });
    if (amount === '') continue;
    if (!amountPattern.test(amount)) problems.push({ field: `monto-${key}`, text: 'Escriba el monto en bolivianos, por ejemplo 4,50.' });
    else if (source === '' || source.length > sourceMax) problems.push({ field: `fuente-${key}`, text: `Diga de dónde sale la cifra, en una línea de ${sourceMax} letras como máximo.` });
    else read[key] = { amountMinor: Math.round(Number(amount.replace(',', '.')) * 100), source };
  }
  return { read, problems, texts };
}
