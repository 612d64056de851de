import { measured, median, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { startSite } from '../support/site.ts';
import { temporaryFolder } from '#support/servers/daemon.ts';

/** How long it takes from the start of the process to the first page. */
export const start: Suite = {
  name: 'start',
  title: 'Start',
  inTheWay: `The first start makes, migrates and fills a database.`,
  method: `The installed program is started with its own database, and asked for the catalogue until it answers: the first time in an empty folder, where the database is made, migrated and filled,
and then again in the same folder, as after an upgrade of the machine.`,
  run: measure,
};

async function* measure({ scale }: Bench): AsyncGenerator<Taken> {
  const { folder, remove } = temporaryFolder('start'), again: number[] = [];
  try {
    const first = await secondsToStart(folder);
    for (let i = 0; i < Math.min(7, scale.repetitions); i++) again.push(await secondsToStart(folder));
    yield measured({ name: 'start_empty_folder', value: first, unit: 's', goal: { of: 'value', atMost: 3 } });
    yield measured({ name: 'start_again', value: median(again), unit: 's', goal: { of: 'value', atMost: 3 } });
  } finally {
    remove();
  }
}

async function secondsToStart(folder: string): Promise<number> {
  const site = await startSite({ VENTANILLA_DATA: folder });
  await site.stop();
  return site.startSeconds;
}
