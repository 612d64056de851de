import { loadCalendar } from '#modules/calendars/index.ts';
import { carrySessions, forgetLaterCodes } from '#modules/identity/index.ts';
import { audit } from '#kernel/audit/index.ts';
import { localDateOf, sayDayWithWeekday, type LocalDate } from '#kernel/clock.ts';
import { page, route, seeOther, type Answer, type Context, type Route } from '#kernel/http/index.ts';
import { hastenPostponed } from '#kernel/outbox/index.ts';
import { choicesFrom, readChoice } from './choice.ts';
import type { DemoClock } from './clock.ts';
import { backToTodayPage, demoDatePage, type Shown } from './pages.ts';

/** The pages with which anybody moves the date of a demonstration. Outside a demonstration nobody adds them to the table. */
export function demoDateRoutes(clock: DemoClock): readonly Route[] {
  const days = () => ({ today: localDateOf(clock.now()), realDay: localDateOf(clock.real.now()) });
  return [
    //    method  path               who         does
    route('GET',  '/demo/fecha',     ['public'], async (ctx) => page(demoDatePage(await shownTo(ctx, clock, {})))),
    route('POST', '/demo/fecha',     ['public'], (ctx) => moveForward(ctx, clock)),
    route('GET',  '/demo/fecha/hoy', ['public'], (ctx) => page(backToTodayPage(ctx.csrf, days().today, days().realDay))),
    route('POST', '/demo/fecha/hoy', ['public'], (ctx) => goBack(ctx, clock)),
  ];
}

async function moveForward(ctx: Context, clock: DemoClock): Promise<Answer> {
  const typed = typedIn(ctx), shown = await shownTo(ctx, clock, typed), today = localDateOf(clock.now());
  const chosen = readChoice(typed, today, localDateOf(clock.real.now()), shown.choices);
  if (!('day' in chosen)) return page(demoDatePage({ ...shown, fault: chosen }), 422);
  const millis = Date.parse(chosen.day) - Date.parse(today);
  // Whoever is inside stays inside: their sessions are carried along before anybody's clock says a later day.
  await carrySessions(ctx.db, clock.now(), millis / 1000);
  clock.setAhead(clock.aheadMillis() + millis);
  await note(ctx, chosen.day);
  return seeOther('/demo/fecha', `En la demostración ya es ${sayDayWithWeekday(chosen.day)}.`);
}

async function goBack(ctx: Context, clock: DemoClock): Promise<Answer> {
  const reached = clock.now();
  clock.setAhead(0);
  await hastenPostponed(ctx.db, clock.now(), reached);
  await forgetLaterCodes(ctx.db, clock.now());
  await note(ctx, localDateOf(clock.now()));
  return seeOther('/demo/fecha', 'La demostración volvió a la fecha de hoy.');
}

const note = (ctx: Context, day: LocalDate): Promise<void> => audit(ctx.db, { action: 'site.demo_date_moved', subject: 'site:demo', person: ctx.person, detail: { day }, at: ctx.now });

async function shownTo(ctx: Context, clock: DemoClock, typed: Shown['typed']): Promise<Shown> {
  const now = clock.now(), choices = choicesFrom(localDateOf(now), await loadCalendar(ctx.db));
  return { csrf: ctx.csrf, now, realNow: clock.real.now(), choices, typed };
}

const fields = ['avance', 'dia-day', 'dia-month', 'dia-year'] as const;

const typedIn = ({ form }: Context): Shown['typed'] => Object.fromEntries(fields.map((name) => { const value = form[name]; return [name, typeof value === 'string' ? value.slice(0, 20) : undefined]; }));
