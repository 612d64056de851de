import type { ServerResponse } from 'node:http';
import type { PageContent } from '#kernel/http/index.ts';
import type { PageWriter } from './page-writer.ts';

/** Answers with a page outside of the provider's own routes. */
export function send(response: ServerResponse, writer: PageWriter, content: PageContent, status: number, formEnd?: string): void {
  response.writeHead(status, { ...writer.headers(formEnd), 'content-type': 'text/html; charset=utf-8' }).end(writer.render(content));
}
