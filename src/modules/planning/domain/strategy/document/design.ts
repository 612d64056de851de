import type { Block } from '#modules/office/index.ts';
import { sayDay } from '#kernel/clock.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import type { Cost, Projections, Solution } from '../content.ts';
import { fine, note, pending, whole } from './say.ts';

/** The design of a solution: the flow that really runs, who takes part, with which tools, what is asked for, and what it costs people before and after (guide, section 3.3). */
export const designOf = (solution: Solution, projections: Projections): readonly Block[] => [
  ...flowOf(solution), ...requirementsOf(solution, projections), ...burdenOf(solution),
];

function flowOf({ name, flow }: Solution): readonly Block[] {
  if (flow === undefined) return [pending(`Falta el diagrama de ${name}: sale de su ficha o del trámite publicado.`)];
  const source = flow.origin === 'published' ? `trámite publicado, versión ${flow.version ?? 1}` : 'borrador hecho con la ficha del inventario';
  return [
    { kind: 'figure', svg: flow.picture.svg, alt: flow.picture.alt, caption: `Flujo de ${name}`, source: `${source}; es el que se ejecuta` },
    { kind: 'table', caption: `Quién participa en ${name}`, head: ['Actor', 'En qué partes'], rows: flow.actors.map(({ name: actor, does }) => [actor, does.join('; ')]), source },
    { kind: 'table', caption: `Herramientas de gobierno electrónico de ${name}`, head: ['Herramienta', 'En qué partes', 'Por qué'], rows: flow.tools.map((tool) => [tool.name, tool.where.join('; '), tool.why]), source },
  ];
}

function requirementsOf({ name, requirements }: Solution, { day }: Projections): readonly Block[] {
  if (requirements.length === 0) return [note('La ficha no nombra requisitos.')];
  return [{ kind: 'table', caption: `Requisitos de ${name}`, head: ['Requisito', 'Quién lo emite', 'Pedir una sola vez'], source: `inventario de trámites de la entidad al ${sayDay(day)}`,
    rows: requirements.map(({ name: requirement, issuer, held }) => [requirement, issuer || 'Quien solicita', held === undefined ? '—' : `El Estado ya lo tiene: ${held}`]) }];
}

function burdenOf({ name, burden: { before, after, assumption, isFeeKnown, timesAYear } }: Solution): readonly Block[] {
  const row = (label: string, say: (cost: Cost) => string): readonly string[] => [label, say(before), say(after)];
  return [
    { kind: 'table', caption: `Lo que cuesta una solicitud de ${name}`, head: ['Concepto', 'Hoy', 'Después'], numericColumns: [1, 2], source: 'inventario y cifras de carga de la entidad, por el modelo de costo estándar',
      rows: [row('Viajes a una oficina', ({ visits }) => sayFigure(visits)), row('Horas en oficinas', ({ hours }) => sayFigure(hours)), row('Copias', ({ copies }) => sayFigure(copies)), row(isFeeKnown ? 'Costo para quien solicita' : 'Costo para quien solicita, sin el arancel', ({ applicantMinor }) => sayAmount(applicantMinor)), row('Horas de trabajo de la entidad', ({ entityHours }) => sayFigure(entityHours))] },
    note(`${assumption}${savedInAYear(before, after, timesAYear)}`),
  ];
}

const sayAmount = (minor: number | undefined): string => (minor === undefined ? 'No se sabe' : sayMoney(bob(minor)));
const sayFigure = (it: number | undefined): string => (it === undefined ? 'No se sabe' : fine.format(it));

function savedInAYear(before: Cost, after: Cost, timesAYear: number | undefined): string {
  if (timesAYear === undefined) return ' No se sabe cuántas veces se pide al año, así que no se calcula el ahorro.';
  const trips = saved(before.visits, after.visits) * timesAYear, hours = saved(before.hours, after.hours) * timesAYear, minor = saved(before.applicantMinor, after.applicantMinor) * timesAYear;
  return ` Con ${whole.format(timesAYear)} solicitudes al año, la gente dejaría de hacer ${whole.format(trips)} viajes, pasaría ${whole.format(Math.round(hours))} horas menos en oficinas y ahorraría ${sayMoney(bob(minor))}.`;
}

const saved = (before: number | undefined, after: number | undefined): number => Math.max(0, (before ?? 0) - (after ?? 0));
