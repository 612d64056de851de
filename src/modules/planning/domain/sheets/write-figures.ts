import type { Cell, Sheet } from '#modules/office/index.ts';
import type { Burden } from '../burden/burden.ts';
import { parameterKeys, type Parameters } from '../burden/parameters.ts';
import type { OnceOnlyRow } from '../once-only/register.ts';
import { criteria, type Weights } from '../ranking/criteria.ts';
import { effortPoints, type Effort } from '../ranking/effort.ts';
import type { Gate, Ranked } from '../ranking/rank.ts';

const round = (figure: number, digits = 2): number => Number(figure.toFixed(digits));
const money = (minor: number): number => round(minor / 100);

const gates: Readonly<Record<Gate, string>> = { open: 'Ninguna norma lo impide', needs_norm: 'Requiere cambiar una norma', closed: 'Una norma lo impide', unknown: 'Sin revisar' };

/** The order of priority as sheets: each procedure with its points by criterion, and the weights. */
export const rankingSheets = (ranked: readonly Ranked[], weights: Weights, effortFor: (procedureId: string) => Effort): readonly Sheet[] => [
  {
    name: 'Priorización', head: ['Puesto', 'Identificador', 'Trámite', 'Puntos', 'Marco legal', ...criteria.flatMap(({ name, unit }) => [`${name} (${unit})`, `${name}, puntos`]), 'Esfuerzo', 'Esfuerzo calculado', 'Por qué'],
    rows: ranked.map(({ procedureId, slug, name, place, score, gate, parts }): Cell[] => {
      const effort = effortFor(procedureId);
      return [place ?? null, slug, name, round(score), gates[gate], ...parts.flatMap(({ figure, points }) => [figure === undefined ? null : round(figure), round(points)]), effortPoints(effort), effort.points, effort.corrected?.reason ?? effort.because.join('; ')];
    }),
  },
  { name: 'Pesos', head: ['Criterio', 'Peso', 'Qué mira'], rows: criteria.map(({ key, name, why }) => [name, weights[key] ?? 0, why]) },
];

/** The register of what is to be asked once as a sheet: one row for each procedure that asks for a document. */
export const onceOnlySheets = (rows: readonly OnceOnlyRow[]): readonly Sheet[] => [{
  name: 'Pedir una sola vez', head: ['Documento', 'Quién lo tiene', 'Identificador', 'Trámite que lo pide', 'Veces al año', 'Copias', 'Papeles al año que se ahorrarían'],
  rows: rows.flatMap(({ document, issuer, askers }) => askers.map(({ slug, name, timesAYear, copies }): Cell[] => [document, issuer, slug, name, timesAYear ?? null, copies, timesAYear === undefined ? null : timesAYear * Math.max(1, copies)])),
}];

/** A procedure with its burden. */
export type BurdenLine = { readonly slug: string; readonly name: string; readonly burden: Burden };

/** The burden as sheets: each procedure, and the figures it was computed with. What is not known is empty. */
export const burdenSheets = (lines: readonly BurdenLine[], parameters: Parameters): readonly Sheet[] => [
  {
    name: 'Carga', head: ['Identificador', 'Trámite', 'Horas en oficinas', 'Viajes', 'Copias', 'Una solicitud (Bs)', 'Veces al año', 'Al año, de la gente (Bs)', 'Horas de la entidad', 'Al año, de la entidad (Bs)'],
    rows: lines.map(({ slug, name, burden: { hours, visits, copies, applicantMinor, timesAYear, entityHours, entityMinor } }): Cell[] => [
      slug, name, hours ?? null, visits ?? null, copies ?? null, money(applicantMinor), timesAYear ?? null, timesAYear === undefined ? null : money(applicantMinor * timesAYear), entityHours ?? null, timesAYear === undefined || entityHours === undefined ? null : money(entityMinor * timesAYear),
    ]),
  },
  { name: 'Cifras', head: ['Cifra', 'Unidad', 'Valor (Bs)', 'De dónde sale'], rows: parameterKeys.map((key) => parameters[key]).map(({ name, unit, amountMinor, source }) => [name, unit, amountMinor === undefined ? null : money(amountMinor), source]) },
];
