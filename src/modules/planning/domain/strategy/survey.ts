import type { Answers } from '#modules/forms/index.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { sayDuration, sayMonths } from '../inventory/demand.ts';
import { numberIn, textIn } from '../inventory/declared.ts';

const whole = new Intl.NumberFormat('es-BO'), fine = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

/** Says the labels of the options that an answer holds, such as its publics. */
export type SayOptions = (field: string) => string;

type Row = readonly [label: string, say: (answers: Answers, options: SayOptions) => string];

// The nine fields and the five others of the guide, in its order and with its names.
const fields: readonly Row[] = [
  ['Nombre del trámite o servicio', (it) => textIn(it, 'nombre')],
  ['Propósito', (it) => textIn(it, 'proposito')],
  ['Público al que está dirigido', (_it, options) => options('publico')],
  ['Solicitudes al año', (it) => sayNumber(numberIn(it, 'solicitudes_anio'), whole)],
  ['Promedio de solicitudes al día', (it) => sayNumber(numberIn(it, 'media_dia'), fine)],
  ['Máximo de solicitudes en un día', (it) => sayNumber(numberIn(it, 'maxima_dia'), whole)],
  ['Disponible por medios digitales', (it, options) => joined([options('digital'), textIn(it, 'parte_digital')])],
  ['Dónde está disponible', (it, options) => joined([options('alcance'), it.alcance === 'departamentos' ? options('departamentos') : ''])],
  ['Época de mayor demanda', (it) => (it.estacional === false ? 'Se pide parejo todo el año' : it.estacional === true ? (sayMonths(it) ?? 'Sí, falta decir en qué meses') : '')],
  ['Tiempo promedio de duración', (it) => sayDuration(it) ?? ''],
  ['Tiempo que se pasa en oficinas', (it) => { const hours = numberIn(it, 'horas_oficina'); return hours === undefined ? '' : hours === 1 ? '1 hora' : `${fine.format(hours)} horas`; }],
  ['Costo', (it) => (it.gratuito === true ? 'Gratuito' : textIn(it, 'costo_formula') === '' ? sayCost(numberIn(it, 'costo')) : `Se calcula: ${textIn(it, 'costo_formula')}`)],
  ['Medidas extraordinarias durante la emergencia sanitaria', (it) => textIn(it, 'medidas_excepcionales')],
  ['Sectores vulnerables', (it, options) => (Array.isArray(it.vulnerables) && it.vulnerables.length === 0 ? 'Ninguno en particular' : options('vulnerables'))],
];

/** The fourteen fields of survey and prioritisation of a procedure (guide, section 2); what nobody declared is empty. */
export const surveyOf = (answers: Answers, options: SayOptions): readonly (readonly [label: string, value: string])[] => fields.map(([label, say]) => [label, say(answers, options)]);

const sayNumber = (it: number | undefined, say: Intl.NumberFormat): string => (it === undefined ? '' : say.format(it));
const sayCost = (minor: number | undefined): string => (minor === undefined ? '' : sayMoney(bob(minor)));
const joined = (texts: readonly string[]): string => texts.filter((one) => one !== '').join('. ');
