import { createServer } from 'node:net';
import { invariant } from '#kernel/errors/index.ts';

/** A port of loopback that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      invariant(address !== null && typeof address === 'object', 'a listening TCP server has a port');
      server.close(() => resolve(address.port));
    });
  });
}
