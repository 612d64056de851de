import type { Duplex } from 'node:stream';
import { codeOf } from '../errors/index.ts';

const statusOf: Readonly<Record<string, string>> = { HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large', ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout' };
const sentence = 'No se pudo leer lo que se envió. Vuelva atrás e inténtelo de nuevo.\n';

/** Answers what is no request at all, which meets no route: a sentence, under the headers of every answer, and the line is closed. */
export const answerNoRequest = (headers: Readonly<Record<string, string>>) => (caught: Error, socket: Duplex): void => {
  const code = codeOf(caught) ?? '', status = statusOf[code] ?? '400 Bad Request';
  if (code === 'ECONNRESET' || !socket.writable) { socket.destroy(); return; }
  const lines = Object.entries({ ...headers, 'cache-control': 'no-store', connection: 'close', 'content-type': 'text/plain; charset=utf-8', 'content-length': String(Buffer.byteLength(sentence)) });
  socket.end([`HTTP/1.1 ${status}`, ...lines.map(([name, value]) => `${name}: ${value}`), '', sentence].join('\r\n'));
};
