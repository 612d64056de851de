import { applicantOf as kept, getDefinition, getOwnDraft, variablesOf, type Definition, type Draft } from '#modules/cases/index.ts';
import type { FormContext, FormPage } from '#modules/forms/index.ts';
import { visiblePages } from '#modules/forms/index.ts';
import type { Context } from '#kernel/http/index.ts';
import { applicantOf, idOf } from '../applicant.ts';

/** A draft with everything that its pages need. */
export type OpenDraft = { readonly draft: Draft; readonly definition: Definition; readonly context: FormContext; readonly pages: readonly FormPage[] };

/** The draft of the address, for whoever it belongs to. */
export async function openDraft(ctx: Context): Promise<OpenDraft> {
  const person = applicantOf(ctx);
  const draft = await getOwnDraft(ctx.db, idOf(ctx), person.id);
  const definition = await getDefinition(ctx.db, draft.procedureId, draft.version);
  const context: FormContext = { now: ctx.now, variables: variablesOf(definition, { answers: {}, applicant: kept(person), number: '', submittedAt: ctx.now }, ctx.now) };
  return { draft, definition, context, pages: visiblePages(definition.form, draft.answers, context) };
}

/** Addresses of a draft's pages. */
export const draftHref = (id: string, page?: string): string => (page === undefined ? `/solicitudes/${id}` : `/solicitudes/${id}/pagina/${page}`);
