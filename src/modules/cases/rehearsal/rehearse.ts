import { isRefusal, type Refusal } from '#kernel/errors/index.ts';
import type { Fault } from '#kernel/faults.ts';
import type { Definition } from '../domain/types.ts';
import { differences } from './compare.ts';
import { Player, type Stage } from './player.ts';
import type { Place, Scenario, Step } from './scenario.ts';

/** How a rehearsal went; without faults it did what it should. */
export type Rehearsed = {
  readonly name: string;
  readonly steps: number;
  readonly faults: readonly Fault[];
  /** Elements of the flow that the case came to. */
  readonly reached: ReadonlySet<string>;
};

/** Plays every scenario from the beginning, each with a case and a clock of its own. Pure: it reads no clock, database or network. */
export const rehearse = (definition: Definition, scenarios: readonly Scenario[], stage: Stage, file = 'scenarios.yaml'): readonly Rehearsed[] =>
  scenarios.map((scenario) => rehearseOne(definition, scenario, stage, file));

function rehearseOne(definition: Definition, scenario: Scenario, stage: Stage, file: string): Rehearsed {
  const player = new Player(definition, scenario, stage);
  for (const [index, step] of scenario.steps.entries()) {
    const found = playStep(player, step).map((problem): Fault => ({
      file, ...problem.at, code: 'scenarios.failed', severity: 'error', reason: `Ensayo «${scenario.name}», paso ${index + 1}: ${problem.reason}`, mend: problem.mend,
    }));
    // What comes after a step that went otherwise says nothing more.
    if (found.length > 0) return { name: scenario.name, steps: index + 1, faults: found, reached: player.reached };
  }
  return { name: scenario.name, steps: scenario.steps.length, faults: [], reached: player.reached };
}

type Problem = { readonly at: Place; readonly reason: string; readonly mend: string };

const mendDifference = 'Corrija el flujo si es lo que falla, o lo que el ensayo espera.';

function playStep(player: Player, { at, act, expect }: Step): readonly Problem[] {
  const refusal = act && refusalOf(() => player.play(act));
  const messages = player.takeMessages();
  if (refusal && expect?.refused === undefined) return [{ at, reason: `se negó con «${refusal.message}» (${refusal.code}). ${standing(player)}`, mend: 'Corrija el paso, o escriba «negado» con ese código si debía negarse.' }];
  if (player.current.state.incident !== undefined) return [{ at, reason: `el flujo quedó detenido. ${standing(player)}`, mend: 'Corrija lo que dice el motivo.' }];
  if (expect === undefined) return [];
  if (expect.refused !== undefined && refusal?.code !== expect.refused) {
    return [{ at: expect.at, reason: `se esperaba que se negara con «${expect.refused}» y ${refusal ? `se negó con «${refusal.code}»` : 'se hizo'}.`, mend: mendDifference }];
  }
  return differences(expect, { current: player.current, messages })
    .map(({ what, expected, got }) => ({ at: expect.at, reason: `en «${what}» se esperaba «${expected}» y resultó «${got}». ${standing(player)}`, mend: mendDifference }));
}

/** Where the case stands when something goes otherwise: what a designer looks at first. */
function standing({ current: { state }, clock }: Player): string {
  const tasks = state.tasks.map(({ element, unit }) => `${element} (${unit})`), waits = state.waits.map((wait) => wait.for);
  return `A las ${clock}: tareas ${tasks.join(', ') || 'ninguna'}; espera ${waits.join(', ') || 'nada'}${state.incident === undefined ? '' : `; detenido: ${state.incident}`}.`;
}

function refusalOf(work: () => void): Refusal | undefined {
  try { work(); return undefined; } catch (caught) {
    if (isRefusal(caught)) return caught;
    throw caught;
  }
}
