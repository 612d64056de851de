import type { Block, Inline, OfficeText } from '#modules/office/index.ts';
import { lineChart } from '#kernel/charts/index.ts';
import { sayDay, type LocalDate } from '#kernel/clock.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { textIn } from '../../domain/inventory/declared.ts';
import { activitiesIn, budgetIn, communicationIn, decisionsIn, rolesIn, trainingIn, type Doing } from '../../domain/ninety-days/plans.ts';
import { callsOf, standingOf, type Whole } from '../../domain/ninety-days/programme.ts';
import { cadences, reachedOf, type KeyResult } from '../../domain/ninety-days/results.ts';
import { stateNames, type Evidence, type Step } from '../../domain/ninety-days/step.ts';
import { actionChart } from './action-chart.ts';
import { sayNumber } from './results-page.ts';
import { sayCall } from './step-words.ts';

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
const pending = (text: string): Block => ({ kind: 'paragraph', tone: 'pending', text });
const dayOf = (day: LocalDate | undefined): string => (day === undefined ? '' : sayDay(day));

/** The whole programme as one text, on the day on which it is asked for: everything that is kept of it, what is late, and what is still to be filled in. */
export function programmeText(whole: Whole): OfficeText {
  const { programme, entity, steps, today } = whole, { done, lastDay } = standingOf(programme.start, steps, today);
  return {
    title: programme.name, subtitle: 'Programa de 90 días para empezar a digitalizar los trámites', entity: entity.name, day: today, contents: true,
    cover: [['Empieza', sayDay(programme.start)], ['Termina', sayDay(lastDay)], ['Pasos terminados', `${done} de ${steps.length}`]],
    blocks: [
      heading('1. Los diez pasos'), ...stepBlocks(steps), ...callBlocks(whole),
      heading('2. Estructura y responsables'), ...roleBlocks(whole), heading('3. Plan de acción'), ...activityBlocks(whole), heading('4. Presupuesto'), ...budgetBlocks(whole),
      heading('5. Objetivos y resultados clave'), ...resultBlocks(whole.results), heading('6. Plan de capacitación'), ...doingBlocks(trainingIn(programme.answers), 'Plan de capacitación', false),
      heading('7. Plan de comunicación'), ...doingBlocks(communicationIn(programme.answers), 'Plan de comunicación', true), heading('8. Decisiones tomadas'), ...decisionBlocks(whole),
      { kind: 'paragraph', tone: 'note', text: 'El orden de los pasos y la estructura propuesta son los de «10 pasos para iniciar la digitalización de trámites y servicios de un Gobierno eficiente» (cívicadigital).' },
    ],
  };
}

const stepBlocks = (steps: readonly Step[]): readonly Block[] => [
  { kind: 'table', caption: 'Estado de los diez pasos', head: ['Paso', 'Entrega', 'Responsable', 'Fecha límite', 'Estado'], rows: steps.map((step) => [`${step.number}. ${step.title}`, step.deliverable, step.responsible || 'Sin responsable', sayDay(step.due), stateNames[step.state]]) },
  ...steps.flatMap(({ number, title, evidence, note }): Block[] => (evidence.length === 0 && note === '' ? [] : [
    { kind: 'heading', level: 2, text: `Paso ${number}: ${title}` }, ...(note === '' ? [] : [{ kind: 'paragraph', text: note } as const]), ...(evidence.length === 0 ? [] : [{ kind: 'list', items: evidence.map(sayEvidence) } as const]),
  ])),
];

const sayEvidence = ({ document, reference, link }: Evidence): Inline => [link === '' ? document : { text: document, href: link }, ...(reference === '' ? [] : [` (${reference})`])];

function callBlocks({ programme, steps, results, today }: Whole): readonly Block[] {
  const calls = callsOf(programme, steps, results, today);
  return calls.length === 0 ? [] : [{ kind: 'table', caption: `Lo que requiere atención al ${sayDay(today)}`, head: ['Qué', 'Responsable', 'Por qué'], rows: calls.map((call) => [call.what, call.who || 'Sin responsable', sayCall(call, today)]) }];
}

function roleBlocks({ programme: { answers } }: Whole): readonly Block[] {
  const act = textIn(answers, 'acto');
  return [
    { kind: 'facts', rows: [['Documento que crea el área o asigna los roles', act || 'Por completar']] },
    { kind: 'table', caption: 'Quién tiene cada rol', head: ['Rol', 'Quién lo tiene'], rows: rolesIn(answers).map(({ role, holder }) => [role, holder || 'Por completar']) },
  ];
}

function activityBlocks({ programme, today }: Whole): readonly Block[] {
  const activities = activitiesIn(programme.answers), chart = actionChart({ programme, today });
  if (!chart) return [pending('Las actividades, con su responsable y sus fechas.')];
  return [
    { kind: 'figure', svg: chart.svg, narrow: chart.narrow, caption: chart.title, alt: chart.alt },
    { kind: 'table', caption: 'Actividades', head: ['Actividad', 'Responsable', 'Empieza', 'Termina', 'Avance (%)'], numericColumns: [4], rows: activities.map(({ name, responsible, start, end, progress }) => [name, responsible, dayOf(start), dayOf(end), String(progress)]) },
  ];
}

function budgetBlocks({ programme: { answers } }: Whole): readonly Block[] {
  const lines = budgetIn(answers), money = (amount: number | undefined): string => (amount === undefined ? 'Por completar' : sayMoney(bob(amount))), from = textIn(answers, 'partida');
  const sum = (of: 'planned' | 'spent'): string => { const known = lines.flatMap((line) => line[of] ?? []); return known.length === 0 ? '—' : sayMoney(bob(known.reduce((all, one) => all + one, 0))); };
  return [
    { kind: 'table', caption: 'Presupuesto por área', head: ['Área', 'Previsto', 'Gastado'], numericColumns: [1, 2], rows: [...lines.map(({ area, planned, spent }) => [area, money(planned), money(spent)]), [[{ text: 'Total de lo que se sabe', strong: true }], sum('planned'), sum('spent')]] },
    ...(from === '' ? [] : [{ kind: 'facts', rows: [['De dónde sale', from]] } as const]),
  ];
}

function resultBlocks(results: readonly KeyResult[]): readonly Block[] {
  if (results.length === 0) return [pending('Los objetivos, y los resultados clave con que se miden.')];
  return [
    { kind: 'table', caption: 'Resultados clave', head: ['Objetivo', 'Resultado', 'De cuánto a cuánto', 'Se mide', 'Último valor', 'Avance (%)'], numericColumns: [5], rows: results.map((result) => [result.objective, result.name, `De ${sayNumber(result.from)} a ${sayNumber(result.goal)} ${result.unit}`, cadences[result.cadence].name, lastSaid(result), String(reachedOf(result) ?? '—')]) },
    ...results.flatMap((result): Block[] => (result.measures.length < 2 ? [] : [courseOf(result)])),
  ];
}

function lastSaid({ measures, unit }: KeyResult): string {
  const last = measures.at(-1);
  return last === undefined ? 'Sin medir' : `${sayNumber(last.value)} ${unit} (${sayDay(last.day)})`;
}

function courseOf({ name, unit, goal, measures }: KeyResult): Block {
  const chart = lineChart({ title: name, unit, periods: measures.map(({ day }) => day.split('-').reverse().join('/')), series: [{ name, values: measures.map(({ value }) => value) }], target: { name: 'Meta', values: measures.map(() => goal) } });
  return { kind: 'figure', svg: chart.svg, narrow: chart.narrow, caption: `Evolución: ${name}`, alt: chart.alt };
}

const doingBlocks = (list: readonly Doing[], caption: string, withChannel: boolean): readonly Block[] => (list.length === 0 ? [pending(`El ${caption.toLowerCase()}.`)] : [{
  kind: 'table', caption, head: [withChannel ? 'Qué se comunica' : 'Tema', withChannel ? 'A quién' : 'Para quién', withChannel ? 'Canal' : 'Responsable', 'Fecha', 'Hecho'],
  rows: list.map(({ what, audience, channel, responsible, day, isDone }) => [what, audience, withChannel ? channel : responsible || 'Sin responsable', dayOf(day), isDone ? 'Sí' : 'No']),
}]);

function decisionBlocks({ programme: { answers } }: Whole): readonly Block[] {
  const decisions = decisionsIn(answers);
  return decisions.length === 0 ? [{ kind: 'paragraph', text: 'Todavía no se anotó ninguna decisión.' }]
    : [{ kind: 'table', caption: 'Decisiones', head: ['Fecha', 'Sobre qué', 'Qué se decidió', 'Por qué'], rows: decisions.map(({ day, kind, decision, reason }) => [dayOf(day), kind, decision, reason]) }];
}
