import type { Answers } from '#modules/forms/index.ts';
import { numberIn } from './declared.ts';

/** What really came in over a year, as the cases say. */
export type MeasuredDemand = {
  readonly requests: number;
  /** Days worked in that time. */
  readonly workingDays: number;
  readonly busiestDay: number;
  /** Requests of each month, January first. */
  readonly byMonth: readonly number[];
  /** Mean of the working days from submission to the end, of those that ended; absent where none did. */
  readonly meanDays?: number;
};

/** A figure as it was declared beside what was measured. `discrepancy` is how far the declaration is off, as a share of the measure. */
export type Compared = { readonly field: string; readonly label: string; readonly declared: string | undefined; readonly measured: string; readonly discrepancy: number | undefined };

const whole = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 }), fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });
const months = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'];

/** Declared and measured side by side (the fields of the State's guide that operation can measure). */
export function compareDemand(answers: Answers, demand: MeasuredDemand): readonly Compared[] {
  const mean = demand.workingDays === 0 ? 0 : demand.requests / demand.workingDays;
  const row = (field: string, label: string, measured: number, say: Intl.NumberFormat): Compared =>
    ({ field, label, declared: sayNumber(numberIn(answers, field), say), measured: say.format(measured), discrepancy: offBy(numberIn(answers, field), measured) });
  return [
    row('solicitudes_anio', 'Solicitudes al año', demand.requests, whole), row('media_dia', 'Promedio al día', mean, fine), row('maxima_dia', 'Máximo en un día', demand.busiestDay, whole),
    { field: 'meses', label: 'Meses en que más se pide', declared: sayMonths(answers), measured: sayAll(seasonOf(demand.byMonth)) ?? 'Se pide parejo todo el año', discrepancy: undefined },
    ...(demand.meanDays === undefined ? [] : [{ field: 'duracion', label: 'Duración', declared: sayDuration(answers), measured: `${fine.format(demand.meanDays)} días hábiles`, discrepancy: answers.duracion_unidad === 'business_days' ? offBy(numberIn(answers, 'duracion'), demand.meanDays) : undefined }]),
  ];
}

const sayNumber = (it: number | undefined, say: Intl.NumberFormat): string | undefined => (it === undefined ? undefined : say.format(it));

// A declaration cannot be compared with nothing.
const offBy = (declared: number | undefined, measured: number): number | undefined => (declared === undefined || measured === 0 ? undefined : (declared - measured) / measured);

const declaredMonths = ({ meses }: Answers): readonly number[] => (Array.isArray(meses) ? meses.map((one: unknown) => Number(one) - 1) : []);
const sayAll = (found: readonly number[]): string | undefined => (found.length === 0 ? undefined : found.map((month) => months[month] ?? '').join(', '));

/** The months in which a procedure is said to be asked for most; nothing where none is named. */
export const sayMonths = (answers: Answers): string | undefined => sayAll(declaredMonths(answers));

/** Months with half as many again as the mean month. */
export function seasonOf(byMonth: readonly number[]): readonly number[] {
  const mean = byMonth.reduce((sum, one) => sum + one, 0) / 12;
  return mean === 0 ? [] : byMonth.flatMap((count, month) => (count >= 1.5 * mean ? [month] : []));
}

const units: Readonly<Record<string, string>> = { minutes: 'minutos', hours: 'horas', business_days: 'días hábiles', calendar_days: 'días calendario', days: 'días', months: 'meses', years: 'años' };

/** How long a procedure is said to take; nothing where nobody says. */
export function sayDuration({ duracion, duracion_unidad: unit }: Answers): string | undefined {
  return typeof duracion === 'number' ? `${fine.format(duracion)} ${units[String(unit)] ?? ''}`.trim() : undefined;
}
