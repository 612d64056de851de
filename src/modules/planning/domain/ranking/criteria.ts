import type { Answers } from '#modules/forms/index.ts';
import { numberIn } from '../inventory/declared.ts';

/** What a procedure is ranked by. `measure` gives a figure of its own unit, or nothing where the entry does not say. */
export type Criterion = {
  readonly key: string;
  readonly name: string;
  /** What it looks at, and why, for whoever sets its weight. */
  readonly why: string;
  /** The weight it has until the entity sets another. */
  readonly weight: number;
  readonly measure: (answers: Answers) => number | undefined;
  /** `log` where ten times as much is one step more, so that one giant does not make everybody else equal. */
  readonly scale: 'linear' | 'log';
  readonly unit: string;
};

const product = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? undefined : a * b);
const percent = (part: number | undefined): number | undefined => (part === undefined ? undefined : part / 100);

/**
 * Volume, revenue and population are the criteria of the ten steps towards digital procedures (step 6); time in offices, vulnerable people, season and rural areas
 * those of the State's guide for a digitisation strategy (section 2). Their weights are ours until the entity sets its own.
 */
export const criteria: readonly Criterion[] = [
  { key: 'volumen', name: 'Volumen', why: 'Cuántas veces se pide al año.', weight: 5, scale: 'log', unit: 'solicitudes al año', measure: (it) => numberIn(it, 'solicitudes_anio') },
  { key: 'recaudacion', name: 'Recaudación', why: 'Lo que cuesta por las veces que se pide.', weight: 3, scale: 'log', unit: 'bolivianos al año', measure: (it) => (it.gratuito === true ? 0 : percent(product(numberIn(it, 'costo'), numberIn(it, 'solicitudes_anio')))) },
  { key: 'poblacion', name: 'Población', why: 'Las personas a las que beneficia.', weight: 4, scale: 'log', unit: 'personas', measure: (it) => numberIn(it, 'beneficiarios') },
  { key: 'oficinas', name: 'Tiempo en oficinas', why: 'Las horas que pasan en oficinas todas las personas que lo piden en un año.', weight: 3, scale: 'log', unit: 'horas al año', measure: (it) => product(numberIn(it, 'horas_oficina'), numberIn(it, 'solicitudes_anio')) },
  { key: 'vulnerables', name: 'Sectores vulnerables', why: 'A cuántos sectores vulnerables sirve sobre todo.', weight: 2, scale: 'linear', unit: 'sectores', measure: (it) => (Array.isArray(it.vulnerables) ? it.vulnerables.length : undefined) },
  { key: 'temporada', name: 'Temporada', why: 'Cuánto se llena en su día de más demanda, comparado con un día común.', weight: 1, scale: 'linear', unit: 'veces un día común', measure: (it) => { const mean = numberIn(it, 'media_dia'), most = numberIn(it, 'maxima_dia'); return mean === undefined || most === undefined || mean === 0 ? undefined : most / mean; } },
  { key: 'rural', name: 'Área rural', why: 'La parte que llega de lejos, del área rural o de otros departamentos.', weight: 2, scale: 'linear', unit: '%', measure: (it) => numberIn(it, 'rural') },
];

/** Weights by criterion, whole numbers from 0 to 10. */
export type Weights = Readonly<Record<string, number>>;

export const weightMax = 10;

export const defaultWeights: Weights = Object.fromEntries(criteria.map(({ key, weight }) => [key, weight]));

/** Weights as somebody typed them; a criterion without a sound one keeps its own. */
export const readWeights = (said: (key: string) => string | undefined, before: Weights): Weights =>
  Object.fromEntries(criteria.map(({ key }) => { const text = said(key)?.trim() ?? ''; return [key, /^\d{1,2}$/.test(text) && Number(text) <= weightMax ? Number(text) : (before[key] ?? 0)]; }));
