import { createServer } from 'node:net';
import { invariant } from '#kernel/errors/index.ts';

/**
 * The port to listen on: the one asked for, or a free one when 0 was asked for, because addresses are printed before the server listens. A port that
 * is taken fails here (`EADDRINUSE`), before a database is started for nothing.
 */
export async function choosePort(asked: number, host: string): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => { probe.once('error', reject).listen(asked, host, resolve); });
  const address = probe.address();
  await new Promise((resolve) => { probe.close(resolve); });
  invariant(typeof address === 'object' && address !== null, 'a listening server has an address');
  return address.port;
}
