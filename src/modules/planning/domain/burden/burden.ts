import type { Answers } from '#modules/forms/index.ts';
import { numberIn, rowsIn } from '../inventory/declared.ts';
import { parameterKeys, type Parameters } from './parameters.ts';

/** What one request costs whoever asks, and whoever attends. A part that cannot be computed is absent. */
export type Burden = {
  readonly hours: number | undefined;
  readonly visits: number | undefined;
  readonly copies: number;
  /** Centavos: time, trips and copies at the entity's figures, and the fee. */
  readonly applicantMinor: number;
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
  const fee = answers.gratuito === true ? 0 : numberIn(answers, 'costo') ?? 0;
  return {
    hours, visits, copies, entityHours, timesAYear: numberIn(answers, 'solicitudes_anio'),
    applicantMinor: Math.round((hours ?? 0) * price('hora') + (visits ?? 0) * price('viaje') + copies * price('copia') + fee), entityMinor: Math.round((entityHours ?? 0) * price('hora_servidor')),
  };
}

const copiesIn = (answers: Answers): number => rowsIn(answers, 'requisitos').reduce((sum, { copias }) => sum + (typeof copias === 'number' ? copias : 0), 0);

/** What everybody together spends in a year on some procedures; those whose volume nobody knows are not in it. */
export type YearlyBurden = { readonly hours: number; readonly visits: number; readonly copies: number; readonly applicantMinor: number; readonly entityHours: number; readonly entityMinor: number; readonly withoutVolume: number };

/** The burden of a year. */
export function yearOf(burdens: readonly Burden[]): YearlyBurden {
  const sum = (part: (burden: Burden) => number): number => burdens.reduce((total, burden) => total + part(burden) * (burden.timesAYear ?? 0), 0);
  return {
    hours: sum(({ hours = 0 }) => hours), visits: sum(({ visits = 0 }) => visits), copies: sum(({ copies }) => copies), applicantMinor: sum(({ applicantMinor }) => applicantMinor),
    entityHours: sum(({ entityHours = 0 }) => entityHours), entityMinor: sum(({ entityMinor }) => entityMinor), withoutVolume: burdens.filter(({ timesAYear }) => timesAYear === undefined).length,
  };
}

/** The figures that are still missing, and keep the burden from being whole. */
export const missingIn = (parameters: Parameters): readonly string[] => parameterKeys.map((key) => parameters[key]).filter(({ amountMinor }) => amountMinor === undefined).map(({ name }) => name);
