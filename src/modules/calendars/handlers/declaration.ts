import type { Person } from '#kernel/access.ts';
import { addDays } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { declareDays, type ByAdministrator } from '../actions/declare-days.ts';
import { withdrawDay } from '../actions/withdraw-day.ts';
import { readDeclaration, type DateParts, type DeclarationForm } from '../domain/declaration.ts';
import { impactOf } from '../domain/impact.ts';
import { parseDepartment, type Place } from '../domain/place.ts';
import { refuse } from '../errors.ts';
import { declarationPage, emptyDeclaration } from '../pages/declaration-page.ts';
import { declarationReviewPage } from '../pages/declaration-review-page.ts';
import { withdrawalPage } from '../pages/withdrawal-page.ts';
import { findDay, type StoredDay } from '../store/days.ts';
import { loadCalendar } from '../store/load-calendar.ts';

/** The form for a new day. */
export const showDeclarationForm = (ctx: Context): Answer => page(declarationPage(emptyDeclaration, [], ctx.csrf));

/** The form again with what was written, to correct it after the review. */
export const correctDeclaration = (ctx: Context): Answer => page(declarationPage(formOf(ctx), [], ctx.csrf));

/** What the written days would change, before anything is kept. */
export async function reviewDeclaration(ctx: Context): Promise<Answer> {
  const form = formOf(ctx);
  const { days, problems } = readDeclaration(form);
  const [first] = days;
  if (first === undefined) return page(declarationPage(form, problems, ctx.csrf), 422);
  const calendar = await loadCalendar(ctx.db, placeOf(form));
  return page(declarationReviewPage(days, impactOf(days, calendar, addDays(first.day, -1)), flat(form), ctx.csrf));
}

/** Keeps the days that were reviewed. */
export async function keepDeclaration(ctx: Context): Promise<Answer> {
  const form = formOf(ctx);
  const { days, problems } = readDeclaration(form);
  if (problems.length > 0) return page(declarationPage(form, problems, ctx.csrf), 422);
  await declareDays(ctx.db, days, byOf(ctx));
  const department = placeOf(form).department;
  return seeOther(`/calendario?anio=${days[0]?.day.slice(0, 4) ?? ''}${department ? `&departamento=${department}` : ''}`, days.length === 1 ? 'El día quedó en el calendario.' : `${days.length} días quedaron en el calendario.`);
}

/** Asks why a day is taken away. */
export const showWithdrawal = async (ctx: Context): Promise<Answer> => page(withdrawalPage(await dayOf(ctx), undefined, ctx.csrf));

/** Takes a day away. */
export async function keepWithdrawal(ctx: Context): Promise<Answer> {
  const day = await dayOf(ctx), reason = postedText(ctx, 'reason');
  if (reason === '' || reason.length > 200) return page(withdrawalPage(day, 'Escriba el motivo en una línea: queda registrado.', ctx.csrf), 422);
  await withdrawDay(ctx.db, day.id, reason, byOf(ctx));
  return seeOther(`/calendario?anio=${day.day.slice(0, 4)}`, 'El día se quitó del calendario.');
}

async function dayOf(ctx: Context): Promise<StoredDay> {
  const id = parseId<'calendar-day'>(ctx.params['id']);
  const day = id && (await findDay(ctx.db, id));
  return day ?? refuse('day_not_found');
}

const formOf = (ctx: Context): DeclarationForm => ({
  name: postedText(ctx, 'name'), from: date(ctx, 'from'), until: date(ctx, 'until'), scope: postedText(ctx, 'scope'),
  department: postedText(ctx, 'department'), municipality: postedText(ctx, 'municipality'), norm: postedText(ctx, 'norm'), source: postedText(ctx, 'source'),
});

const date = (ctx: Context, name: string): DateParts => ({ day: postedText(ctx, `${name}-day`), month: postedText(ctx, `${name}-month`), year: postedText(ctx, `${name}-year`) });

const flat = ({ from, until, ...texts }: DeclarationForm): Readonly<Record<string, string>> => ({
  ...texts, 'from-day': from.day, 'from-month': from.month, 'from-year': from.year, 'until-day': until.day, 'until-month': until.month, 'until-year': until.year,
});

function placeOf(form: DeclarationForm): Place {
  const department = form.scope === 'department' ? parseDepartment(form.department) : undefined;
  return { ...(department && { department }), ...(form.scope === 'municipality' && { municipality: form.municipality.trim() }) };
}

function byOf(ctx: Context): ByAdministrator {
  const by: Person | undefined = ctx.person;
  invariant(by, 'only administrators reach this route');
  return { by, now: ctx.now, requestId: ctx.requestId };
}
