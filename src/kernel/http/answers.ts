import type { Readable } from 'node:stream';
import type { Answer, Handler, Method, PageContent, Route, RouteOptions } from './types.ts';
import type { Role } from '../access.ts';

/** One row of a route table. Read aloud: method, path, who, does. */
export function route(method: Method, path: string, who: readonly Role[], does: Handler, options: RouteOptions = {}): Route {
  return { method, path, who, does, options };
}

/** A page; `status` 422 when the form on it has errors. */
export const page = (content: PageContent, status = 200): Answer => ({ status, body: { kind: 'page', page: content } });

/** After a POST: go and GET this address of our own, perhaps with a message that is shown once. */
export const seeOther = (to: string, notice?: string): Answer =>
  ({ status: 303, body: { kind: 'redirect', to }, ...(notice === undefined ? {} : { notice }) });

/** A JSON document. */
export const json = (value: unknown, status = 200, type?: string): Answer =>
  ({ status, body: { kind: 'json', value, ...(type === undefined ? {} : { type }) } });

/** A file for the person to keep: always an attachment, never rendered. */
export const attachment = (filename: string, type: string, data: Buffer | Readable | string): Answer =>
  ({ status: 200, body: { kind: 'bytes', type, data, filename, disposition: 'attachment' } });

/** Text or bytes that we made ourselves, shown in place. */
export const inline = (type: string, data: Buffer | string | Readable): Answer =>
  ({ status: 200, body: { kind: 'bytes', type, data, disposition: 'inline' } });

/** The same answer with more headers. */
export const withHeaders = (answer: Answer, headers: Readonly<Record<string, string>>): Answer =>
  ({ ...answer, headers: { ...answer.headers, ...headers } });
