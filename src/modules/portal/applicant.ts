import type { Person } from '#kernel/access.ts';
import { refusals } from '#kernel/errors/index.ts';
import type { Context } from '#kernel/http/index.ts';
import { parseId, type CaseId } from '#kernel/ids.ts';

const refuse = refusals('portal', {
  not_found: [404, 'No encontramos este trámite entre los suyos. Revise el número en «Mis trámites».'],
});

/** The logged-in applicant; the route table has already let nobody else in. */
export const applicantOf = (ctx: Context): Person => ctx.person ?? refuse('not_found');

/** The id of the case or draft in the address. */
export const idOf = (ctx: Context): CaseId => parseId<'case'>(ctx.params.id) ?? refuse('not_found');
