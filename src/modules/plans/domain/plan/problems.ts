import type { Calendar } from '#modules/calendars/index.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { readDependencies } from '../schedule/dependency.ts';
import { scheduleOf } from '../schedule/of-plan.ts';
import type { NationalPlan } from '../national/national-plan.ts';
import { phasesOf } from './budget.ts';
import { cell, figure, rowsIn, type Row } from './content.ts';
import { crossedIn, pointCodes } from './crossings.ts';
import type { PlanContent, PlanHead } from './plan.ts';

/** Something in a plan that contradicts itself or leaves a question open. It warns and never blocks. `row` counts from 1. */
export type PlanProblem = { readonly section: string; readonly group?: string; readonly row?: number; readonly text: string };

/** What a plan is checked against. */
export type Against = { readonly plan: Pick<PlanHead, 'fromYear' | 'toYear'>; readonly content: PlanContent; readonly frame: NationalPlan; readonly calendar: Calendar };

/** Everything in a plan that should be looked at again, section by section. */
export const problemsOf = (against: Against): readonly PlanProblem[] => checks.flatMap((check) => check(against));

type Check = (against: Against) => readonly PlanProblem[];

const each = (content: PlanContent, section: string, group: string, says: (row: Row, at: number) => readonly string[]): readonly PlanProblem[] =>
  rowsIn(content, group).flatMap((row, at) => says(row, at).map((text) => ({ section, group, row: at + 1, text })));

const codesIn = (content: PlanContent, group: string): readonly string[] => rowsIn(content, group).map((row) => cell(row, 'codigo'));

/** A plan rests on others that are in force as long as it is. */
const alignment: Check = ({ plan, content }) => each(content, 'alineacion', 'instrumentos', (row) => {
  const from = figure(row, 'desde') ?? 0, to = figure(row, 'hasta') ?? 0, name = cell(row, 'nombre');
  if (to < from) return [`«${name}» termina antes de empezar. Corrija los años.`];
  if (to < plan.fromYear || from > plan.toYear) return [`«${name}» rige de ${from} a ${to}: en ningún año de este plan (${plan.fromYear}-${plan.toYear}). Articule el plan con el que está vigente.`];
  return [...(to < plan.toYear && cell(row, 'instrumento') !== 'poa' ? [`«${name}» rige hasta ${to} y este plan llega hasta ${plan.toYear}. Diga con qué se articula después.`] : []), ...(from > plan.fromYear && cell(row, 'instrumento') !== 'poa' ? [`«${name}» rige desde ${from} y este plan empieza en ${plan.fromYear}.`] : [])];
});

const crossings: Check = ({ content }) => each(content, 'foda', 'cruces', (row) => {
  const points = crossedIn(cell(row, 'puntos')), type = cell(row, 'tipo'), known = pointCodes(content);
  return [
    ...points.filter((one) => !known.includes(one)).map((one) => `El cruce nombra «${one}», que no está en ningún cuadro.`),
    ...(points.some((one) => !type.includes(one.charAt(0))) ? [`El cruce es ${type} y nombra puntos de otro cuadro.`] : []), ...unknownGoal(content, row),
  ];
});

const unknownGoal = (content: PlanContent, row: Row): readonly string[] => {
  const goal = cell(row, 'objetivo');
  return goal === '' || codesIn(content, 'objetivos').includes(goal) ? [] : [`Nombra el objetivo «${goal}», que no está en los objetivos estratégicos.`];
};

const twins = (section: string, group: string): Check => ({ content }) => {
  const codes = codesIn(content, group);
  return each(content, section, group, (row, at) => (codes.indexOf(cell(row, 'codigo')) === at ? [] : [`El código «${cell(row, 'codigo')}» ya lo tiene otra fila. Use uno distinto.`]));
};

const contributions: Check = ({ content, frame }) => each(content, 'contribuciones', 'contribuciones', (row) => {
  const code = cell(row, 'meta'), goal = frame.goals.find((one) => one.code === code), years = [2025, 2026, 2027, 2028].map((year) => figure(row, `valor_${year}`));
  return [
    ...(years.every((value) => value === undefined) ? [`La contribución a la meta ${code} no compromete ningún valor. Escriba el de algún año.`] : []),
    ...(goal?.fidelity === 'lost' ? [`La meta ${code} del plan nacional está por confirmar: no se sabe con qué se medirá.`] : []),
    ...(cell(row, 'unidad') === '%' && years.some((value) => value !== undefined && value > 100) ? [`La contribución a la meta ${code} pasa de 100 %.`] : []),
  ];
});

const indicators: Check = ({ content }) => {
  const open = rowsIn(content, 'indicadores').filter((row) => figure(row, 'linea_base') === undefined || figure(row, 'meta') === undefined).length;
  return [...(open === 0 ? [] : [{ section: 'indicadores', text: open === 1 ? 'Un indicador no tiene valor de partida o valor al que llegar. Sin los dos no se puede medir.' : `${open} indicadores no tienen valor de partida o valor al que llegar. Sin los dos no se pueden medir.` }]), ...each(content, 'indicadores', 'indicadores', (row) => unknownGoal(content, row))];
};

const projects: Check = ({ content }) => {
  const phases = codesIn(content, 'fases');
  return each(content, 'proyectos', 'proyectos', (row) => [...unknownGoal(content, row), ...(cell(row, 'fase') === '' || phases.includes(cell(row, 'fase')) ? [] : [`Nombra la fase «${cell(row, 'fase')}», que no está en el presupuesto.`])]);
};

const tasks: Check = ({ plan, content, calendar }) => {
  const known = codesIn(content, 'tareas'), ofProjects = codesIn(content, 'proyectos'), { tasks: placed, circle, isTooLong } = scheduleOf(plan, content, calendar);
  const last = placed.map(({ to }) => to).sort().at(-1);
  return [
    ...each(content, 'proyectos', 'tareas', (row) => {
      const waits = readDependencies(cell(row, 'depende'));
      return [
        ...(ofProjects.includes(cell(row, 'proyecto')) ? [] : [`La tarea ${cell(row, 'codigo')} es del proyecto «${cell(row, 'proyecto')}», que no está.`]),
        ...(waits === undefined ? [`No se entiende de qué depende la tarea ${cell(row, 'codigo')}. Escriba por ejemplo T1, T2 CC+5.`] : waits.filter(({ on }) => !known.includes(on)).map(({ on }) => `La tarea ${cell(row, 'codigo')} depende de «${on}», que no está.`)),
      ];
    }),
    ...(circle.length > 0 ? [{ section: 'proyectos', text: `Estas tareas se esperan unas a otras y no se pueden programar: ${circle.join(', ')}. Quite una de sus dependencias.` }] : []),
    ...(isTooLong ? [{ section: 'proyectos', text: 'El cronograma pasa de cuarenta años. Revise las duraciones.' }] : last !== undefined && Number(last.slice(0, 4)) > plan.toYear ? [{ section: 'proyectos', text: `El cronograma llega hasta ${last.slice(0, 4)} y el plan termina en ${plan.toYear}.` }] : []),
  ];
};

const budget: Check = ({ content }) => {
  const phases = phasesOf(content, []), codes = phases.map(({ code }) => code);
  return [
    ...phases.flatMap(({ name, plannedMinor, itemsMinor, items }) => (plannedMinor !== undefined && items > 0 && itemsMinor !== plannedMinor ? [{ section: 'presupuesto', text: `Las partidas de «${name}» no suman su presupuesto: ${itemsMinor > plannedMinor ? 'pasan' : 'faltan'} ${sayMoney(bob(Math.abs(itemsMinor - plannedMinor)))}.` }] : [])),
    ...each(content, 'presupuesto', 'partidas', (row) => (codes.includes(cell(row, 'fase')) ? [] : [`La partida ${cell(row, 'codigo')} es de la fase «${cell(row, 'fase')}», que no está.`])),
  ];
};

const checks: readonly Check[] = [
  alignment, crossings, twins('objetivos', 'objetivos'), contributions, indicators, twins('indicadores', 'indicadores'), projects, twins('proyectos', 'proyectos'), tasks, twins('proyectos', 'tareas'),
  budget, twins('presupuesto', 'fases'), twins('presupuesto', 'partidas'),
];
