import { readPosted } from '#modules/cases/index.ts';
import type { Documents } from '#modules/documents/index.ts';
import { fileAnswers, readPage, unposted, type Answers, type PageReading } from '#modules/forms/index.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { invariant, isRefusal } from '#kernel/errors/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { authorisePlan, registerResolution } from '../../actions/procedure/acts.ts';
import { registrationForm, resolutionForm } from '../../content/procedure/forms.ts';
import { refuse } from '../../errors.ts';
import { planHref } from '../../pages/plan/addresses.ts';
import { registrationPage, resolutionPage, type FormShown } from '../../pages/procedure/resolution-pages.ts';
import { actOn, seenPlan, type Seen } from './reader.ts';
import { atStep } from './steps.ts';

/** `GET /plan/pige/:id/resolucion`: asks the highest authority for its resolution. */
export const askResolution = (ctx: Context): Promise<Answer> => atStep(ctx, 'resolucion', async (seen) => page(resolutionPage({ ...shownOf(ctx, seen, {}), state: unposted })));

/** `POST /plan/pige/:id/resolucion`: approves by it (step 7). */
export async function giveResolution(ctx: Context): Promise<Answer> {
  const seen = await seenPlan(ctx), reading = readPage(resolutionForm, 'resolucion', ctx.form, {}, { now: ctx.now }), { answers } = reading;
  const again = (state: PageReading): Answer => page(resolutionPage({ ...shownOf(ctx, seen, answers), state }), state.errors.length > 0 ? 422 : 200);
  if (reading.stay || reading.errors.length > 0) return again(reading);
  const problem = await fieldProblem(() => authorisePlan(ctx.db, actOn(ctx, seen), {
    number: textIn(answers, 'numero'), day: dayIn(answers, 'fecha'), text: textIn(answers, 'texto'), confidential: answers.confidencial === true, reason: textIn(answers, 'motivo'),
  }));
  return problem ? again({ ...reading, errors: [{ ...problem, page: 'resolucion' }] }) : seeOther(planHref(seen.plan.id, '/tramite'), 'El plan está aprobado por resolución.');
}

/** `GET /plan/pige/:id/registro-resolucion`: asks for the signed resolution. */
export const askRegistration = (ctx: Context): Promise<Answer> => atStep(ctx, 'registro_resolucion', async (seen) => page(registrationPage({ ...shownOf(ctx, seen, knownOf(seen)), state: unposted })));

/** `POST /plan/pige/:id/registro-resolucion`: registers it (step 8). */
export const giveRegistration = (documents: Documents) => (ctx: Context): Promise<Answer> => atStep(ctx, 'registro_resolucion', async (seen) => {
  const { body, uploads } = await readPosted(ctx, documents, registrationForm.pages, { entityId: seen.plan.entityId, ownerId: seen.plan.id });
  const reading = readPage(registrationForm, 'registro', body, {}, { now: ctx.now }, { uploads }), { archivo, ...rest } = reading.answers;
  // A file that came with a form to be put right is chosen again: nothing is kept of it.
  const again = (state: PageReading): Answer => page(registrationPage({ ...shownOf(ctx, seen, rest), state }), 422);
  if (reading.errors.length > 0) return again(reading);
  const fileId = parseId<'file'>(fileAnswers(archivo)[0]?.id) ?? refuse('resolution_file_needed');
  const problem = await fieldProblem(() => registerResolution(ctx.db, actOn(ctx, seen), { number: textIn(rest, 'numero'), day: dayIn(rest, 'fecha'), fileId }));
  return problem ? again({ ...reading, errors: [{ ...problem, page: 'registro' }] }) : seeOther(planHref(seen.plan.id, '/tramite'), 'Registramos la resolución. El plan es oficial.');
});

const shownOf = (ctx: Context, { plan, process, proceeding }: Seen, answers: Answers): Omit<FormShown, 'state'> => ({ ctx, plan, process, seen: proceeding.seq, answers });

const knownOf = ({ process: { resolution } }: Seen): Answers => (resolution ? { numero: resolution.number, fecha: resolution.day } : {});

// Which field a refusal of the decision belongs to.
const fields: Readonly<Record<string, string>> = { 'plans.resolution_without_code': 'texto', 'plans.resolution_day_wrong': 'fecha', 'plans.resolution_number_needed': 'numero', 'plans.resolution_differs': 'numero', 'plans.confidential_without_reason': 'motivo' };

async function fieldProblem(work: () => Promise<void>): Promise<{ readonly field: string; readonly message: string } | undefined> {
  try {
    await work();
    return undefined;
  } catch (caught) {
    const field = isRefusal(caught) ? fields[caught.code] : undefined;
    if (!isRefusal(caught) || field === undefined) throw caught;
    return { field, message: caught.message };
  }
}

const textIn = (answers: Answers, name: string): string => { const value = answers[name]; return typeof value === 'string' ? value : ''; };

function dayIn(answers: Answers, name: string): LocalDate {
  const day = parseLocalDate(textIn(answers, name));
  invariant(day, 'a form without errors has its dates');
  return day;
}
