import type { Answers } from '#modules/forms/index.ts';
import { numberIn, rowsIn } from '../inventory/declared.ts';
import { parameterKeys, type Parameters } from './parameters.ts';

/** What one request costs whoever asks, and whoever attends. A part that cannot be computed is absent. */
export type Burden = {
  readonly hours: number | undefined;
  readonly visits: number | undefined;
  readonly copies: number | undefined;
  /** Centavos: time, trips and copies at the entity's figures, and the fee; what is not known of them counts as nothing. */
  readonly applicantMinor: number;
  /** Where the entry says that there is no fee. */
  readonly isFree: boolean;
  readonly entityHours: number | undefined;
  readonly entityMinor: number;
  readonly timesAYear: number | undefined;
};

/**
 * The burden of one request by the Standard Cost Model (OECD, International Standard Cost Model Manual, 2004): price by quantity of each activity, times how often.
 * What the entry does not say, or has no figure, counts as nothing.
 */
export function burdenOf(answers: Answers, parameters: Parameters): Burden {
  const hours = numberIn(answers, 'horas_oficina'), visits = numberIn(answers, 'visitas'), entityHours = numberIn(answers, 'horas_entidad'), copies = copiesIn(answers);
  const price = (key: keyof Parameters): number => parameters[key].amountMinor ?? 0;
  const isFree = answers.gratuito === true, fee = isFree ? 0 : numberIn(answers, 'costo') ?? 0;
  return {
    hours, visits, copies, entityHours, isFree, timesAYear: numberIn(answers, 'solicitudes_anio'),
    applicantMinor: Math.round((hours ?? 0) * price('hora') + (visits ?? 0) * price('viaje') + (copies ?? 0) * price('copia') + fee), entityMinor: Math.round((entityHours ?? 0) * price('hora_servidor')),
  };
}

function copiesIn(answers: Answers): number | undefined {
  const said = rowsIn(answers, 'requisitos').flatMap(({ copias }) => (typeof copias === 'number' ? [copias] : []));
  return said.length === 0 ? undefined : said.reduce((sum, one) => sum + one, 0);
}

/** A sum over the procedures that say their part; absent where none does. `known` is how many do. */
export type Total = { readonly total: number | undefined; readonly known: number };

/** What everybody together spends in a year on some procedures; those whose volume nobody knows are not in it. */
export type YearlyBurden = { readonly hours: Total; readonly visits: Total; readonly copies: Total; readonly applicantMinor: Total; readonly entityHours: Total; readonly withVolume: number; readonly withoutVolume: number };

/** The burden of a year. */
export function yearOf(burdens: readonly Burden[]): YearlyBurden {
  const counted = burdens.flatMap((burden) => (burden.timesAYear === undefined ? [] : [{ ...burden, timesAYear: burden.timesAYear }]));
  const sum = (part: (burden: Burden) => number | undefined): Total => {
    const said = counted.flatMap((burden) => { const one = part(burden); return one === undefined ? [] : [one * burden.timesAYear]; });
    return { total: said.length === 0 ? undefined : said.reduce((all, one) => all + one, 0), known: said.length };
  };
  return {
    hours: sum(({ hours }) => hours), visits: sum(({ visits }) => visits), copies: sum(({ copies }) => copies), entityHours: sum(({ entityHours }) => entityHours),
    applicantMinor: sum((burden) => (saysNothing(burden) ? undefined : burden.applicantMinor)), withVolume: counted.length, withoutVolume: burdens.length - counted.length,
  };
}

/** Whether nothing is known of what a request costs whoever asks. */
export const saysNothing = ({ hours, visits, copies, applicantMinor, isFree }: Burden): boolean => hours === undefined && visits === undefined && copies === undefined && applicantMinor === 0 && !isFree;

/** The figures that are still missing, and keep the burden from being whole. */
export const missingIn = (parameters: Parameters): readonly string[] => parameterKeys.map((key) => parameters[key]).filter(({ amountMinor }) => amountMinor === undefined).map(({ name }) => name);
