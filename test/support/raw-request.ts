import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as it goes over the wire: the path is sent as it is, whatever is in it. */
export type RawRequest = {
  readonly method?: string; readonly path: string; readonly headers?: OutgoingHttpHeaders; readonly body?: string | Buffer;
};

/** What came back. */
export type RawAnswer = { readonly status: number; readonly headers: Headers; readonly cookies: readonly string[]; readonly text: string; readonly bytes: Buffer };

const secondsMax = 30;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends one request and reads the whole answer; a connection that is cut throws. */
export function send(origin: string, { method = 'GET', path, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent, timeout: secondsMax * 1000 }, (response) => {
      buffer(response).then((bytes) => {
        const found = new Headers(Object.entries(response.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]));
        resolve({ status: response.statusCode ?? 0, headers: found, cookies: response.headers['set-cookie'] ?? [], text: bytes.toString(), bytes });
      }, reject);
    });
    asked.on('timeout', () => asked.destroy(new Error(`${method} ${path} took longer than ${secondsMax} s`))).on('error', reject).end(body);
  });
}
