import type { Answers } from '#modules/forms/index.ts';
import { audit } from '#kernel/audit/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Programme, ProgrammeId } from '../../domain/ninety-days/programme.ts';
import type { KeyResult, Measure } from '../../domain/ninety-days/results.ts';
import type { Step } from '../../domain/ninety-days/step.ts';
import { refuse } from '../../errors.ts';
import type { Keeper } from '../../store/entries.ts';
import { addProgramme, changeProgramme } from '../../store/ninety-days/programmes.ts';
import { addMeasure, addResult, changeResult } from '../../store/ninety-days/results.ts';
import { keepStep } from '../../store/ninety-days/steps.ts';
import type { Planner } from '../keep-entry.ts';

/** Starts a programme on a day and gives its id. Refuses a day on which another of the entity begins, so that pressing twice starts one. */
export async function startProgramme(db: Db, planner: Planner, name: string, start: LocalDate, now: Date): Promise<ProgrammeId> {
  const id: ProgrammeId = newId(now);
  await doing(db, planner, 'planning.programme_started', id, now, async (tx, keeper) => { if (!(await addProgramme(tx, keeper, { id, name, start }))) refuse('programme_known'); });
  return id;
}

/** Keeps one part of a programme; refuses when somebody else has changed any part since `revision`. */
export const keepPart = (db: Db, planner: Planner, { id }: Pick<Programme, 'id'>, revision: number, answers: Answers, now: Date): Promise<void> =>
  doing(db, planner, 'planning.programme_changed', id, now, (tx, keeper) => changeProgramme(tx, keeper, id, revision, answers));

/** Says how a step goes; what it was before stays written. */
export const changeStep = (db: Db, planner: Planner, programme: Programme, { number }: Pick<Step, 'number'>, revision: number, answers: Answers, now: Date): Promise<void> =>
  doing(db, planner, 'planning.programme_step_changed', programme.id, now, (tx, keeper) => keepStep(tx, { ...keeper, byName: planner.name }, programme, number, revision, answers));

/** Adds a key result to a programme. */
export const addKeyResult = (db: Db, planner: Planner, programme: Programme, answers: Answers, now: Date): Promise<void> =>
  doing(db, planner, 'planning.programme_result_added', programme.id, now, (tx, keeper) => addResult(tx, keeper, programme, { id: newId(now), answers }));

/** Changes what a key result is; its values stay. */
export const changeKeyResult = (db: Db, planner: Planner, programme: Programme, { id }: Pick<KeyResult, 'id'>, revision: number, answers: Answers, now: Date): Promise<void> =>
  doing(db, planner, 'planning.programme_result_changed', programme.id, now, (tx, keeper) => changeResult(tx, keeper, programme, { id, answers, revision }));

/** Writes a value of a key result down. Of two on one day the later one counts. */
export const measure = (db: Db, planner: Planner, programme: Programme, { id }: Pick<KeyResult, 'id'>, value: Omit<Measure, 'byName'>, now: Date): Promise<void> =>
  doing(db, planner, 'planning.programme_measured', programme.id, now, async (tx, keeper) => { await addMeasure(tx, keeper, programme, id, { ...value, byName: planner.name }); });

const doing = (db: Db, planner: Planner, action: string, id: ProgrammeId, now: Date, change: (tx: Tx, keeper: Keeper) => Promise<void>): Promise<void> => db.transaction(async (tx) => {
  await change(tx, { entityId: planner.entityId, by: planner.id, now });
  await audit(tx, { action, subject: `programme:${id}`, person: planner, at: now });
});
