import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { Verdict } from '../domain/types.ts';

/** Where clamd listens: a socket of this machine, or a host and port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

const idleSecondsMax = 60;
const chunkBytes = 64 * 1_024;
const replyBytesMax = 4_096;

/**
 * Has clamd look at a file (its INSTREAM command: chunks with their length before them, a zero at the end). Anything but a clear answer
 * is `unreachable`: a file is never called clean because something failed.
 */
export async function scanFile(address: ClamdAddress, path: string): Promise<Verdict> {
  const socket = connect(address);
  socket.setTimeout(idleSecondsMax * 1_000, () => socket.destroy());
  const reply = readReply(socket);
  try {
    await send(socket, path);
    return verdictOf(await reply);
  } catch {
    // clamd closes early when it has seen enough or has a limit; what it said before counts.
    return verdictOf(await reply.catch(() => ''));
  } finally {
    socket.destroy();
  }
}

/** Whether clamd answers at all. */
export async function pingClamd(address: ClamdAddress): Promise<boolean> {
  const socket = connect(address);
  socket.setTimeout(5_000, () => socket.destroy());
  const reply = readReply(socket);
  socket.write('zPING\0');
  const said = await reply.catch(() => '');
  socket.destroy();
  return said === 'PONG';
}

async function send(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'));
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: chunkBytes });
  for await (const chunk of chunks) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    await write(socket, Buffer.concat([length, chunk]));
  }
  await write(socket, Buffer.alloc(4));
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => { socket.write(bytes, (error) => (error ? reject(error) : resolve())); });

function readReply(socket: Socket): Promise<string> {
  const reply = new Promise<string>((resolve, reject) => {
    let said = '';
    socket.on('data', (bytes) => { said = (said + bytes.toString('utf8')).slice(0, replyBytesMax); });
    socket.on('error', (error) => (said === '' ? reject(error) : resolve(trimmed(said))));
    socket.on('close', () => resolve(trimmed(said)));
  });
  // It may fail while the file is still being sent, before anybody waits for it.
  reply.catch(() => undefined);
  return reply;
}

const trimmed = (said: string): string => said.replace(/[\0\n]+$/, '');

function verdictOf(said: string): Verdict {
  if (said === 'stream: OK') return 'clean';
  return said.endsWith(' FOUND') ? 'infected' : 'unreachable';
}
