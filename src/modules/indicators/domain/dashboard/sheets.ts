import type { Sheet } from '#modules/office/index.ts';
import type { DatedFigure, EntityLine, ProcedureRow } from './figures.ts';
import type { GoalRow } from './rows.ts';
import type { Standing } from './standing.ts';

/** How goals stand, in words that a table can hold. */
export const standingWords = { reached: 'alcanzada', near: 'cerca', on_the_way: 'en camino', late: 'atrasada', no_target: 'sin meta', no_basis: 'sin base', not_measured: 'no se mide', unconfirmed: 'por confirmar' } as const satisfies Record<Standing, string>;
const modeWords = { computed: 'computado', partial: 'parcial', reported: 'reportado' } as const;

/** Goals with their figures of a year, one row a goal. */
export const goalsSheet = (rows: readonly GoalRow[], year: number): Sheet => ({
  name: `Metas ${year}`, head: ['meta', 'linea', 'texto', 'modo', 'gestion', 'unidad', 'computado', 'declarado', 'meta_fijada', 'meta_anio', 'situacion', 'responsables', 'corte'],
  rows: rows.map(({ goal, indicator, pair, figure, target, standing }) => [
    goal.code, goal.line, goal.goal, indicator ? modeWords[indicator.mode] : null, year, indicator?.unit ?? null, pair.computed?.value ?? null, pair.declared?.value ?? null, target?.goal ?? null, target?.year ?? null, standingWords[standing], goal.responsible.join('; '), figure?.cutOff.toISOString() ?? null,
  ]),
});

/** The figures of a goal over time, one row a period and origin. */
export const courseSheet = (code: string, unit: string, figures: readonly DatedFigure[]): Sheet => ({
  name: `Meta ${code}`, head: ['meta', 'periodo', 'origen', 'numerador', 'denominador', 'valor', 'unidad', 'corte'],
  rows: figures.map(({ period, origin, num, den, value, cutOff }) => [code, period, origin === 'computed' ? 'computado' : 'declarado', num, den, value, unit, cutOff.toISOString()]),
});

/** The entities of a goal in a year, one row each. */
export const entitiesSheet = (code: string, unit: string, year: number, lines: readonly EntityLine[]): Sheet => ({
  name: `Meta ${code} por entidad`, head: ['meta', 'gestion', 'entidad', 'sigla', 'departamento', 'numerador', 'denominador', 'valor', 'unidad'],
  rows: lines.map(({ name, acronym, department, num, den, value }) => [code, year, name, acronym, department, num, den, value, unit]),
});

/** What the procedures of an entity did in a stretch of days, one row each. */
export const proceduresSheet = (days: { readonly from: string; readonly until: string }, rows: readonly ProcedureRow[]): Sheet => ({
  name: 'Trámites', head: ['tramite', 'nombre', 'desde', 'hasta', 'recibidas', 'terminadas', 'en_plazo', 'con_plazo', 'en_espera', 'fuera_de_plazo'],
  rows: rows.map(({ procedureId, title, received, finished, inTerm, withTerm, waiting, late }) => [procedureId, title, days.from, days.until, received, finished, inTerm, withTerm, waiting, late]),
});
