import type { Answers } from '#modules/forms/index.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { rowsIn } from '../inventory/declared.ts';

/** A stage of a solution (guide, section 4: stages, times, actors). `number` counts from 1; `after` is the number of the stage it waits for. */
export type Stage = { readonly number: number; readonly name: string; readonly actor: string; readonly start: LocalDate | undefined; readonly end: LocalDate | undefined; readonly after: number | undefined };

/** The stages that were declared of a solution. */
export const stagesOf = (answers: Answers): readonly Stage[] => rowsIn(answers, 'etapas').map(({ nombre, actor, inicio, fin, despues_de: after }, at) => ({
  number: at + 1, name: typeof nombre === 'string' ? nombre : '', actor: typeof actor === 'string' ? actor : '', start: dayIn(inicio), end: dayIn(fin), after: typeof after === 'number' ? after : undefined,
}));

const dayIn = (value: unknown): LocalDate | undefined => (typeof value === 'string' ? parseLocalDate(value) : undefined);

/** A fault of a stage, in words. */
export type StageFault = { readonly number: number; readonly reason: string; readonly mend: string };

type Rule = readonly [finds: (stage: Stage, all: readonly Stage[], from: LocalDate, until: LocalDate) => string | undefined, mend: string];

const rules: readonly Rule[] = [
  [({ start, end }) => (start === undefined || end === undefined ? 'no tiene sus dos fechas' : undefined), 'Escriba cuándo empieza y cuándo termina.'],
  [({ start, end }) => (start !== undefined && end !== undefined && start > end ? 'termina antes de empezar' : undefined), 'Revise las dos fechas.'],
  [({ start, end }, _all, from, until) => ((start !== undefined && start < from) || (end !== undefined && end > until) ? 'queda fuera del periodo de la estrategia' : undefined), 'Cambie sus fechas, o el periodo de la estrategia.'],
  [({ actor }) => (actor.trim() === '' ? 'no dice quién la hace' : undefined), 'Nombre la unidad o el cargo responsable.'],
  [({ number, after }, all) => (after !== undefined && (after === number || !all.some((one) => one.number === after)) ? 'espera a una etapa que no existe' : undefined), 'Escriba el número de otra etapa, o deje vacío ese dato.'],
  [({ number, start, after }, all) => { const before = all.find((one) => one.number === after && one.number !== number); return before?.end !== undefined && start !== undefined && start <= before.end ? `empieza antes de que termine la etapa ${before.number}, a la que espera` : undefined; }, 'Muévala después, o quite la espera.'],
];

/** What is wrong with the stages of a solution, for a strategy that lasts from one day to another. */
export const stageFaults = (stages: readonly Stage[], from: LocalDate, until: LocalDate): readonly StageFault[] =>
  stages.flatMap((stage) => rules.flatMap(([finds, mend]) => { const found = finds(stage, stages, from, until); return found === undefined ? [] : [{ number: stage.number, reason: `La etapa «${stage.name || stage.number}» ${found}.`, mend }]; }));
