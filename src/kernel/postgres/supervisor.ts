import type { ChildProcess } from 'node:child_process';
import { startPostmaster, stopPostmaster, type Server } from './postmaster.ts';
import { Bug, invariant } from '../errors/index.ts';

const fallsMax = 5, fallsWithinSeconds = 60;

/** A server that is kept running. */
export type Supervised = { readonly pid: () => number; readonly stop: () => Promise<void> };

/** Starts a server and starts it again whenever it falls, unless it falls too often; then `onLost` is told. */
export async function supervise(server: Server, onLost: (error: unknown) => void): Promise<Supervised> {
  let stopping = false;
  let falls: readonly number[] = [];
  let current = await startPostmaster(server);
  let restarting: Promise<void> = Promise.resolve();

  const watch = (child: ChildProcess) => child.once('exit', () => { if (!stopping) restarting = restart(); });
  const restart = async () => {
    falls = [...falls.filter((at) => Date.now() - at < fallsWithinSeconds * 1000), Date.now()];
    if (falls.length > fallsMax) return onLost(new Bug('the database server keeps falling'));
    server.log('La base de datos se cerró de improviso y se vuelve a abrir.');
    try { watch(current = await startPostmaster(server)); } catch (error) { onLost(error); }
  };
  // When this process ends without having stopped the server, it takes the server along.
  const onExit = () => { current.kill('SIGINT'); };
  process.once('exit', onExit);
  watch(current);

  const stop = async () => {
    stopping = true;
    await restarting;
    await stopPostmaster(current);
    process.removeListener('exit', onExit);
  };
  return { pid: () => { invariant(current.pid, 'a started server has a process number'); return current.pid; }, stop };
}
