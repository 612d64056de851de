// A server that sends the same bytes to everybody: what Node can do at most. It is told the bytes, and tells its port.
import { createServer } from 'node:http';

process.once('message', (body: Uint8Array) => {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length };
  const server = createServer((_request, response) => { response.writeHead(200, headers).end(body); });
  server.listen(0, '127.0.0.1', () => { const address = server.address(); process.send?.(typeof address === 'object' ? address?.port : address); });
});
