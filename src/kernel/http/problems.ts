import { isRefusal, type Refusal } from '../errors/index.ts';
import type { Log } from '../log.ts';
import { sayComplaint, type SchemaComplaint } from './complaints.ts';
import { refuse } from './errors.ts';

/** A problem document (RFC 9457) with our stable code. */
export type Problem = {
  readonly type: string; readonly title: string; readonly status: number; readonly code: string; readonly detail: string; readonly requestId: string;
} & Readonly<Record<string, unknown>>;

/** Whatever was thrown, as a refusal: refusals stay, the server library's complaints are translated, the rest is logged and hidden. */
export function toRefusal(caught: unknown, requestId: string, log: Log): Refusal {
  if (isRefusal(caught)) return seen(caught, requestId, log);
  const status = statusOf(caught);
  if (status !== undefined && status < 500) return caughtBy(() => complaint(status, caught));
  log.error('request failed', { requestId, cause: caught });
  return caughtBy(() => refuse('failed', { requestId }));
}

function seen(refusal: Refusal, requestId: string, log: Log): Refusal {
  if (refusal.status >= 500) log.error('refused', { requestId, code: refusal.code, cause: refusal });
  return refusal;
}

function statusOf(caught: unknown): number | undefined {
  if (!(caught instanceof Error)) return undefined;
  const { statusCode } = caught as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : brokenOff.test(caught.message) ? 400 : undefined;
}

// The reader of multipart bodies has no code for one that is malformed or breaks off; whoever reads a part gets its plain error, or that of
// the connection, which a telephone without signal breaks off as well as somebody who wants to fill the log.
const brokenOff = /unexpected end of multipart data$|^Multipart: |^aborted$/i;

type ValidationComplaint = { readonly validation?: readonly SchemaComplaint[] };

function complaint(status: number, caught: unknown): never {
  const validation = (caught as ValidationComplaint).validation?.[0];
  if (validation) return refuse('invalid', { problem: sayComplaint(validation) });
  if (status === 404 || status === 414 || (caught as { code?: unknown }).code === 'FST_ERR_BAD_URL') return refuse('not_found', {}, caught);
  if (status === 413) return refuse('too_large', {}, caught);
  if (status === 415) return refuse('wrong_type', {}, caught);
  return refuse('unreadable', {}, caught);
}

function caughtBy(thrower: () => never): Refusal {
  try { return thrower(); } catch (refusal) { return refusal as Refusal; }
}

/** The refusal as the API tells it. */
export const problemOf = (refusal: Refusal, requestId: string): Problem => ({
  ...refusal.facts, type: `urn:ventanilla:problem:${refusal.code}`, title: refusal.message, status: refusal.status, code: refusal.code, detail: refusal.message, requestId,
});
