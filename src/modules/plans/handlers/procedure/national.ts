import { dueDate } from '#modules/calendars/index.ts';
import { audit } from '#kernel/audit/index.ts';
import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import { askedDay } from '#kernel/html/day-boxes.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { keysOf } from '#kernel/tables.ts';
import { findAgency, planWorld } from '../../actions/procedure/world.ts';
import { pigeProcedure } from '../../content/procedure/index.ts';
import { refuse } from '../../errors.ts';
import { nationalActNames, nationalPage, type TypedAct } from '../../pages/procedure/national-page.ts';
import { insertNationalAct, nationalActs, type NationalAct, type NationalActKind } from '../../store/procedure/national-acts.ts';
import { agencyOnly, isOfAgency, personOf, posted } from './reader.ts';

const kinds = keysOf(nationalActNames), emptyAct: TypedAct = { day: { day: '', month: '', year: '' }, reference: '', source: '', problems: {} };

/** `GET /plan/pige/calendario-nacional`: the acts from which every term is counted. */
export const showNational = (ctx: Context): Promise<Answer> => shown(ctx, emptyAct);

async function shown(ctx: Context, typed: TypedAct): Promise<Answer> {
  const [acts, agency] = await Promise.all([nationalActs(ctx.db), findAgency(ctx.db)]);
  return page(nationalPage({ ctx, acts, typed, terms: await termsFrom(ctx, acts), next: isOfAgency(ctx, agency?.id) ? nextOf(acts) : undefined }), Object.keys(typed.problems).length > 0 ? 422 : 200);
}

// They are registered in the order in which they follow from one another.
const nextOf = (acts: readonly NationalAct[]): NationalActKind | undefined => kinds.find((kind) => !acts.some((act) => act.kind === kind));

async function termsFrom(ctx: Context, acts: readonly NationalAct[]) {
  const { entityId } = personOf(ctx), { calendars } = await planWorld(ctx.db, entityId ?? refuse('no_entity'), ctx.now);
  return Object.values(pigeProcedure.terms).flatMap((rule) => {
    const act = acts.find(({ kind }) => kind === rule.countsFrom);
    return act ? [[rule.title, dueDate(rule, act.day, calendars[rule.place]), rule.unconfirmed] as const] : [];
  });
}

/** `POST /plan/pige/calendario-nacional/:kind`: registers an act, once. */
export async function registerNational(ctx: Context): Promise<Answer> {
  await agencyOnly(ctx);
  const person = personOf(ctx), acts = await nationalActs(ctx.db), kind = kinds.find((one) => one === ctx.params.kind) ?? refuse('plan_not_found');
  if (acts.some((act) => act.kind === kind)) return seeOther('/plan/pige/calendario-nacional', 'Ese acto ya estaba registrado y quedó como estaba.');
  if (kind !== nextOf(acts)) refuse('national_act_too_early');
  const { typed, day } = readAct(ctx, acts);
  if (day === undefined || Object.keys(typed.problems).length > 0) return shown(ctx, typed);
  await ctx.db.transaction(async (tx) => {
    const isNew = await insertNationalAct(tx, { kind, day, reference: typed.reference, source: typed.source, registrar: person.name }, person.id, ctx.now);
    if (isNew) await audit(tx, { action: 'plans.national_act_registered', subject: `national-plan:${kind}`, person, detail: { day }, at: ctx.now });
  });
  return seeOther('/plan/pige/calendario-nacional', 'Registramos el acto. De su fecha salen los plazos.');
}

function readAct(ctx: Context, acts: readonly NationalAct[]): { readonly typed: TypedAct; readonly day: LocalDate | undefined } {
  const boxes = { day: posted(ctx, 'fecha-day', 2), month: posted(ctx, 'fecha-month', 2), year: posted(ctx, 'fecha-year', 4) }, reference = posted(ctx, 'referencia', 300), source = posted(ctx, 'fuente', 300);
  const day = askedDay({ 'fecha-day': boxes.day, 'fecha-month': boxes.month, 'fecha-year': boxes.year }, 'fecha'), problem = dayProblem(day, acts.at(-1)?.day, localDateOf(ctx.now));
  return {
    day, typed: { day: boxes, reference, source, problems: {
      ...(problem === undefined ? {} : { fecha: problem }), ...(reference === '' ? { referencia: 'Escriba la norma o resolución con su número y fecha.' } : {}), ...(source === '' ? { fuente: 'Escriba dónde se puede comprobar.' } : {}),
    } },
  };
}

function dayProblem(day: LocalDate | undefined, before: LocalDate | undefined, today: LocalDate): string | undefined {
  if (day === undefined) return 'Escriba la fecha del acto con día, mes y año. Por ejemplo, 5 1 2026.';
  if (day > today) return 'Esa fecha todavía no llega. Registre el acto cuando exista.';
  return before !== undefined && day < before ? 'Esa fecha es anterior a la del acto del que depende. Revísela.' : undefined;
}
