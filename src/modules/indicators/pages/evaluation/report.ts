import type { Block, OfficeText, Sheet } from '#modules/office/index.ts';
import { barChart } from '#kernel/charts/index.ts';
import { localDateOf, sayDay, type LocalDate } from '#kernel/clock.ts';
import type { Board } from '../../domain/dashboard/frame.ts';
import type { GoalRow } from '../../domain/dashboard/rows.ts';
import { standingWords } from '../../domain/dashboard/sheets.ts';
import { evaluationNames, type EvaluatedGoal, type EvaluationState, type Narrative } from '../../domain/evaluation/evaluation.ts';
import type { EvaluationStepTaken } from '../../store/evaluation/evaluations.ts';
import type { Final } from '../../store/evaluation/final.ts';
import { goalText } from '../dashboard/parts.ts';
import { sayFigure } from '../words.ts';
import { evaluatedCells } from './figures.ts';

/** What the report of an entity's year is made from. */
export type Reported = { readonly board: Board; readonly year: number; readonly entity: { readonly name: string }; readonly state: EvaluationState; readonly narrative: Narrative; readonly goals: readonly EvaluatedGoal[]; readonly steps: readonly EvaluationStepTaken[]; readonly day: LocalDate };

const stepWords: Readonly<Record<string, string>> = { write: 'Se escribió', send: 'Se envió', observe: 'Se observó', accept: 'Se aceptó' };

// A short report is found through without a table of contents.
const linesForContents = 5;

/** The evaluation of an entity's year as a text: what matters most, figures by line with their words, and who did what. */
export function evaluationText(reported: Reported): OfficeText {
  const { board, year, entity, state, narrative, goals, steps, day } = reported;
  return {
    title: `Evaluación ${year} de gobierno electrónico`, subtitle: board.frame.title, entity: entity.name, day, cover: [['Estado', evaluationNames[state]]], contents: new Set(goals.map(({ line }) => line)).size >= linesForContents,
    blocks: [
      { kind: 'heading', level: 1, text: 'Lo más importante del año' }, ...paragraphs(narrative.general), ...chartOf(goals, year),
      ...board.frame.lines.flatMap((line) => linePart(line, reported)),
      ...(steps.length === 0 ? [] : [{ kind: 'heading', level: 1, text: 'Recorrido' }, { kind: 'table', caption: 'Qué pasó con esta evaluación', head: ['Fecha', 'Paso', 'Quién', 'Motivo'], rows: steps.toReversed().map(({ at, step, byName, reason }) => [sayDay(localDateOf(at)), stepWords[step] ?? step, byName, reason === '' ? '—' : reason]) }] satisfies readonly Block[]),
    ],
  };
}

const paragraphs = (text: string | undefined): readonly Block[] => (text === undefined ? [{ kind: 'paragraph', text: 'Todavía no se escribió.', tone: 'pending' }] : text.split(/\n+/).map((part) => ({ kind: 'paragraph', text: part })));

function chartOf(goals: readonly EvaluatedGoal[], year: number): readonly Block[] {
  const shown = goals.filter(({ computed, declared }) => typeof computed === 'number' && typeof declared === 'number');
  if (shown.length === 0) return [];
  const { svg, alt } = barChart({ title: `Computado y declarado, ${year}`, categories: shown.map(({ code }) => `Meta ${code}`), series: [{ name: 'Computado', values: shown.map(({ computed }) => computed ?? null) }, { name: 'Declarado', values: shown.map(({ declared }) => declared ?? null) }] });
  return [{ kind: 'figure', svg, alt, caption: `Computado y declarado, ${year}` }];
}

function linePart({ number, name }: { readonly number: number; readonly name: string }, { board, goals, narrative }: Reported): readonly Block[] {
  const own = goals.filter(({ line }) => line === number), text = narrative[`linea-${number}`];
  if (own.length === 0 && text === undefined) return [];
  return [
    { kind: 'heading', level: 1, text: `Línea ${number}. ${name}` }, ...(text === undefined ? [] : paragraphs(text)),
    ...(own.length === 0 ? [] : [{ kind: 'table', caption: `Metas de la línea ${number}`, head: ['Meta', 'Qué se mide', 'Computado', 'Declarado', 'Diferencia', 'Respaldo'], rows: own.map((goal) => [goal.code, ...evaluatedCells(goal, board)]), numericColumns: [2, 3, 4] }] satisfies readonly Block[]),
  ];
}

/** The figures of an entity's year as a sheet, and its words as another. */
export const evaluationSheets = ({ board, year, entity, goals, narrative }: Reported): readonly Sheet[] => [
  { name: `Evaluación ${year}`, head: ['gestion', 'entidad', 'meta', 'linea', 'unidad', 'computado', 'declarado', 'diferencia', 'respaldo'], rows: goals.map(({ code, line, computed, declared, discrepancy, evidence }) => [year, entity.name, code, line, board.indicators.find((each) => each.code === code)?.unit ?? null, computed ?? null, declared ?? null, discrepancy ?? null, evidence ?? null]) },
  { name: 'Relato', head: ['parte', 'texto'], rows: Object.entries(narrative) },
];

/** The same for other programs. */
export const evaluationJson = ({ board, year, entity, state, narrative, goals }: Reported) => ({ plan: board.frame.title, gestion: year, entidad: entity.name, estado: evaluationNames[state], relato: narrative, metas: goals.map(({ code, line, computed = null, declared = null, discrepancy = null, evidence = null }) => ({ meta: code, linea: line, computado: computed, declarado: declared, diferencia: discrepancy, respaldo: evidence })) });

/** What the final report is made from. */
export type FinalReported = { readonly board: Board; readonly year: number; readonly rows: readonly GoalRow[]; readonly final: Final; readonly day: LocalDate; readonly issuer: string };

/** The final evaluation as a text: the result of each goal, guidelines for the next plan, and its presentation. */
export const finalText = ({ board: { frame }, year, rows, final, day, issuer }: FinalReported): OfficeText => ({
  title: `Evaluación final ${year}`, subtitle: frame.title, entity: issuer, day, contents: true,
  blocks: [
    { kind: 'paragraph', text: 'El resultado de cada meta se obtiene de las cifras computadas y de las declaradas y aceptadas. Lo que nadie midió se dice así, y no como incumplido.', tone: 'note' },
    ...frame.lines.flatMap((line): readonly Block[] => [
      { kind: 'heading', level: 1, text: `Línea ${line.number}. ${line.name}` },
      { kind: 'table', caption: `Resultados de la línea ${line.number}`, head: ['Meta', 'Qué se busca', 'Valor', `Meta fijada`, 'Resultado'], numericColumns: [2, 3], rows: rows.filter(({ goal }) => goal.line === line.number).map(({ goal, indicator, figure, target, standing }) => [
        goal.code, goalText(goal), indicator && figure ? sayFigure(indicator, figure.value) : '—', indicator && typeof target?.goal === 'number' ? sayFigure(indicator, target.goal) : '—', standingWords[standing],
      ]) },
      { kind: 'paragraph', text: [{ text: 'Lineamiento para el próximo plan: ', strong: true }, final.guidelines[`linea-${line.number}`] ?? 'todavía no se escribió.'], ...(final.guidelines[`linea-${line.number}`] === undefined ? { tone: 'pending' as const } : {}) },
    ]),
    { kind: 'heading', level: 1, text: 'Presentación al COPLUTIC' },
    final.presentedOn === null ? { kind: 'paragraph', text: 'Todavía no se presentó.', tone: 'pending' } : { kind: 'paragraph', text: `Se presentó el ${sayDay(final.presentedOn)}: ${final.presentedAs}.` },
  ],
});

/** The same for other programs. */
export const finalJson = ({ board: { frame }, year, rows, final }: FinalReported) => ({
  plan: frame.title, gestion: year, lineamientos: final.guidelines, presentada: final.presentedOn, acta: final.presentedAs,
  metas: rows.map(({ goal, figure, target, standing }) => ({ meta: goal.code, linea: goal.line, texto: goal.goal, valor: figure?.value ?? null, origen: figure?.origin === 'declared' ? 'declarado' : figure ? 'computado' : null, meta_fijada: target?.goal ?? null, resultado: standingWords[standing] })),
});
