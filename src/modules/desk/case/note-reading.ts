import type { Case } from '#modules/cases/index.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Context } from '#kernel/http/index.ts';
import type { Officer } from '../officer.ts';

/** Ways of looking at a case that its applicant is told of. */
export type Reading = 'case.read' | 'case.file_read' | 'case.print';

/** Writes down that an officer looked at a case, where the applicant can see it. */
export const noteReading = (ctx: Context, officer: Officer, { id, entityId }: Case, action: Reading, detail: Readonly<Record<string, string>> = {}): Promise<void> =>
  audit(ctx.db, { action, subject: `case:${id}`, person: officer, entityId, detail, requestId: ctx.requestId, at: ctx.now });
