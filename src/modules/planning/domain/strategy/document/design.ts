import type { Block } from '#modules/office/index.ts';
import { sayDay } from '#kernel/clock.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import type { BurdenChange, Cost, Projections, Solution } from '../content.ts';
import { figureOf, fine, note, pending, whole } from './say.ts';

/** The design of a solution: the flow that really runs, who takes part, with which tools, what is asked for, and what it costs people before and after (guide, section 3.3). */
export const designOf = (solution: Solution, projections: Projections): readonly Block[] => [
  ...flowOf(solution), ...requirementsOf(solution, projections), ...burdenOf(solution),
];

function flowOf({ name, flow }: Solution): readonly Block[] {
  if (flow === undefined) return [pending(`Falta el diagrama de ${name}: sale de su ficha o del trámite publicado.`)];
  const source = flow.origin === 'published' ? `trámite publicado, versión ${flow.version ?? 1}` : 'borrador hecho con la ficha del inventario';
  return [
    ...flow.pictures.map((picture, at, all) => figureOf(picture, all.length === 1 ? `Flujo de ${name}` : `Flujo de ${name}, parte ${at + 1} de ${all.length}`, `${source}; es el que se ejecuta`)),
    { kind: 'table', caption: `Quién participa en ${name}`, head: ['Actor', 'En qué partes'], rows: flow.actors.map(({ name: actor, does }) => [actor, does.join('; ')]), source },
    { kind: 'table', caption: `Herramientas de gobierno electrónico de ${name}`, head: ['Herramienta', 'En qué partes', 'Por qué'], rows: flow.tools.map((tool) => [tool.name, tool.where.join('; '), tool.why]), source },
  ];
}

function requirementsOf({ name, requirements }: Solution, { day }: Projections): readonly Block[] {
  if (requirements.length === 0) return [note('La ficha no nombra requisitos.')];
  return [{ kind: 'table', caption: `Requisitos de ${name}`, head: ['Requisito', 'Quién lo emite', 'Pedir una sola vez'], source: `inventario de trámites de la entidad al ${sayDay(day)}`,
    rows: requirements.map(({ name: requirement, issuer, held }) => [requirement, issuer || 'Quien solicita', held === undefined ? '—' : `El Estado ya lo tiene: ${held}`]) }];
}

function burdenOf({ name, burden }: Solution): readonly Block[] {
  const { before, after, assumption, isFeeKnown } = burden, row = (label: string, say: (cost: Cost) => string): readonly string[] => [label, say(before), say(after)];
  return [
    { kind: 'table', caption: `Lo que cuesta una solicitud de ${name}`, head: ['Concepto', 'Hoy', 'Después'], numericColumns: [1, 2], source: 'inventario y cifras de carga de la entidad, por el modelo de costo estándar',
      rows: [row('Viajes a una oficina', ({ visits }) => sayFigure(visits)), row('Horas en oficinas', ({ hours }) => sayFigure(hours)), row('Copias', ({ copies }) => sayFigure(copies)), row(isFeeKnown ? 'Costo para quien solicita' : 'Costo para quien solicita, sin el arancel', ({ applicantMinor }) => sayAmount(applicantMinor)), row('Horas de trabajo de la entidad', ({ entityHours }) => sayFigure(entityHours))] },
    note(`${assumption}${savedInAYear(burden)}`),
  ];
}

const sayAmount = (minor: number | undefined): string => (minor === undefined ? 'No se sabe' : sayMoney(bob(minor)));
const sayFigure = (it: number | undefined): string => (it === undefined ? 'No se sabe' : fine.format(it));

const list = new Intl.ListFormat('es', { type: 'conjunction' });

function savedInAYear({ before, after, timesAYear, missing }: BurdenChange): string {
  if (timesAYear === undefined) return ' No se sabe cuántas veces se pide al año, así que no se calcula el ahorro.';
  const trips = saved(before.visits, after.visits) * timesAYear, hours = saved(before.hours, after.hours) * timesAYear, minor = saved(before.applicantMinor, after.applicantMinor) * timesAYear;
  const gains = [trips > 0 && `dejaría de hacer ${whole.format(trips)} viajes`, hours > 0 && `pasaría ${whole.format(Math.round(hours))} horas menos en oficinas`, minor > 0 && `ahorraría ${sayMoney(bob(minor))}`].filter((one) => one !== false);
  const unpriced = missing.length === 0 ? '' : ` Los montos no cuentan lo que la entidad no ha cifrado: ${missing.map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}`).join(', ')}.`;
  return `${gains.length === 0 ? '' : ` Con ${whole.format(timesAYear)} solicitudes al año, la gente ${list.format(gains)}.`}${unpriced}`;
}

const saved = (before: number | undefined, after: number | undefined): number => Math.max(0, (before ?? 0) - (after ?? 0));
