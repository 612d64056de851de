import { localDateOf } from '#kernel/clock.ts';
import { page, postedText, revisionSeen, seeOther, type Answer, type Context, type Handler } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { beginDeclaration, changeDeclaration, actorOf, takeStep } from '../../actions/declared/declare.ts';
import type { Board, Measured } from '../../domain/dashboard/frame.ts';
import { isDeclared } from '../../domain/declared/declaration.ts';
import { periodsFor } from '../../domain/declared/periods.ts';
import { readDeclaration, type Typed } from '../../domain/declared/read-declaration.ts';
import { stepsFor, type Step } from '../../domain/declared/steps.ts';
import { parsePeriod } from '../../domain/period.ts';
import { refuse } from '../../errors.ts';
import { declarationHref } from '../../pages/declared/addresses.ts';
import { choicePage, formPage } from '../../pages/declared/form-page.ts';
import { declarationPage } from '../../pages/declared/declaration-page.ts';
import { listPage } from '../../pages/declared/list-page.ts';
import { declarationsOf, findDeclared, getDeclaration, stepsOf, type NamedDeclaration } from '../../store/declared/declarations.ts';
import { figureAt } from '../../store/dashboard/figures.ts';
import { coordinatedBy, declarerOf, seesAll } from './inbox.ts';

const linesMax = 50;

/** What may be declared of the plan: what the program does not count by itself. */
const declarable = ({ indicators }: Board): readonly Measured[] => indicators.filter((each) => each.plan === 'nacional' && isDeclared(each));

/** `GET /plan/indicadores`: what waits for this person, and what their entity declared. */
export const showDeclarations = (board: Board): Handler => async (ctx) => {
  const own = declarerOf(ctx), before = parseId<'declaration'>(ctx.query.antes), codes = await coordinatedBy(ctx, board);
  const [waiting, mine] = await Promise.all([
    waitingFor(ctx, codes),
    declarationsOf(ctx.db, { ...(own.roles.includes('reviewer') ? {} : { entityId: own.entityId }), before, limit: linesMax + 1, draftsOf: own.entityId }),
  ]);
  return page(listPage({ board, waiting, lines: mine.slice(0, linesMax), next: mine.length > linesMax ? mine[linesMax - 1]?.id : undefined, today: localDateOf(ctx.now), ofAll: own.roles.includes('reviewer'), mayWrite: own.roles.includes('egov_head'), waits: seesAll(ctx) }));
};

async function waitingFor(ctx: Context, codes: readonly string[]): Promise<readonly NamedDeclaration[]> {
  const { roles, entityId: draftsOf } = declarerOf(ctx), sent = roles.includes('coordinator') ? await declarationsOf(ctx.db, { states: ['sent'], indicators: codes, limit: linesMax, draftsOf }) : [];
  return [...sent, ...(roles.includes('reviewer') ? await declarationsOf(ctx.db, { states: ['approved'], limit: linesMax, draftsOf }) : [])];
}

/** `GET /plan/indicadores/nueva`: which indicator and period is declared; then its form. */
export const askDeclaration = (board: Board): Handler => async (ctx) => {
  const { indicador, periodo } = ctx.query, indicator = declarable(board).find(({ code }) => code === indicador), period = periodo === undefined ? undefined : periodsFor(localDateOf(ctx.now), board.frame.fromYear).find(({ key }) => key === periodo);
  if (!indicator || !period) return page(choicePage(declarable(board), periodsFor(localDateOf(ctx.now), board.frame.fromYear), { indicator: indicador, period: periodo }), indicador === undefined && periodo === undefined ? 200 : 422);
  const declarer = declarerOf(ctx), known = await findDeclared(ctx.db, declarer.entityId, indicator.code, period.key);
  if (known) return seeOther(declarationHref(known), 'Su entidad ya declaró ese indicador para ese periodo: es esta declaración.');
  return page(formPage(ctx, { indicator, period: period.key, texts: {}, problems: [], counted: await figureAt(ctx.db, declarer.entityId, indicator.code, period.key) }));
};

/** `POST /plan/indicadores/nueva`: begins the draft, or shows what must be put right. */
export const beginDeclared = (board: Board): Handler => async (ctx) => {
  const indicator = declarable(board).find(({ code }) => code === postedText(ctx, 'indicador')) ?? refuse('goal_not_found'), period = parsePeriod(postedText(ctx, 'periodo'));
  if (period === undefined || !periodsFor(localDateOf(ctx.now), board.frame.fromYear).some(({ key }) => key === period.key)) return seeOther('/plan/indicadores/nueva', 'Elija otra vez el periodo.');
  const declarer = declarerOf(ctx), typed = readForm(ctx, indicator, period.key);
  if (!typed.said) return page(formPage(ctx, { indicator, period: period.key, ...typed, counted: await figureAt(ctx.db, declarer.entityId, indicator.code, period.key) }), 422);
  const id = await beginDeclaration(ctx.db, declarer, { entityId: declarer.entityId, indicator: indicator.code, kind: period.kind === 'year' ? 'year' : 'month', period: period.key }, typed.said, ctx.now);
  return seeOther(declarationHref(id), 'Guardamos el borrador. Revíselo y envíelo.');
};

/** `GET /plan/indicadores/declaracion/:id`: a figure with its evidence, what the program counted beside it, and who did what with it. */
export const showDeclaration = (board: Board): Handler => async (ctx) => page(await shown(ctx, board, ''));

async function shown(ctx: Context, board: Board, problem: string) {
  const declaration = await getDeclaration(ctx.db, parseId(ctx.params.id), declarerOf(ctx).entityId, seesAll(ctx)), indicator = indicatorOf(board, declaration);
  const [steps, counted, codes] = await Promise.all([stepsOf(ctx.db, declaration.entityId, declaration.id), figureAt(ctx.db, declaration.entityId, declaration.indicator, declaration.period), coordinatedBy(ctx, board)]);
  return declarationPage({ ctx, declaration, indicator, steps, counted, problem, today: localDateOf(ctx.now), may: stepsFor(actorOf(declarerOf(ctx), declaration, codes.includes(declaration.indicator)), declaration) });
}

/** `GET /plan/indicadores/declaracion/:id/edicion`: the form of a draft. */
export const editDeclaration = (board: Board): Handler => async (ctx) => {
  const declaration = await draftOf(ctx), indicator = indicatorOf(board, declaration);
  return page(formPage(ctx, { indicator, period: declaration.period, declaration, texts: {}, problems: [], counted: await figureAt(ctx.db, declaration.entityId, declaration.indicator, declaration.period) }));
};

/** `POST /plan/indicadores/declaracion/:id/edicion`: keeps the draft, or shows what must be put right. */
export const keepDeclaration = (board: Board): Handler => async (ctx) => {
  const declaration = await draftOf(ctx), indicator = indicatorOf(board, declaration), typed = readForm(ctx, indicator, declaration.period);
  if (!typed.said) return page(formPage(ctx, { indicator, period: declaration.period, declaration, ...typed, counted: await figureAt(ctx.db, declaration.entityId, declaration.indicator, declaration.period) }), 422);
  await changeDeclaration(ctx.db, declarerOf(ctx), { ...declaration, revision: revisionSeen(ctx, declaration.revision) }, typed.said, ctx.now);
  return seeOther(declarationHref(declaration.id), 'Guardamos la declaración.');
};

async function draftOf(ctx: Context): Promise<NamedDeclaration> {
  const declaration = await getDeclaration(ctx.db, parseId(ctx.params.id), declarerOf(ctx).entityId);
  return declaration.state === 'draft' ? declaration : refuse('step_not_allowed');
}

const stepNames = ['send', 'withdraw', 'approve', 'accept', 'return', 'reopen'] as const satisfies readonly Step[], reasonMax = 1_000;

/** `POST /plan/indicadores/declaracion/:id/paso`: sends, approves, accepts, sends back or reopens. */
export const stepDeclaration = (board: Board): Handler => async (ctx): Promise<Answer> => {
  const declaration = await getDeclaration(ctx.db, parseId(ctx.params.id), declarerOf(ctx).entityId, seesAll(ctx)), codes = await coordinatedBy(ctx, board), reason = postedText(ctx, 'motivo').slice(0, reasonMax);
  const step = stepNames.find((name) => name === postedText(ctx, 'paso')) ?? refuse('step_not_allowed'), coordinates = codes.includes(declaration.indicator);
  const row = stepsFor(actorOf(declarerOf(ctx), declaration, coordinates), declaration).find((each) => each.step === step) ?? refuse('step_not_allowed');
  if (row.needsReason && reason === '') return page(await shown(ctx, board, 'Escriba el motivo: quien la recibe tiene que saber qué corregir.'), 422);
  const done = await takeStep(ctx.db, declarerOf(ctx), { ...declaration, revision: revisionSeen(ctx, declaration.revision) }, { step, reason, coordinates }, indicatorOf(board, declaration), ctx.now);
  // What went back is a draft of its entity again, which nobody else sees.
  return seeOther(row.to === 'draft' && declaration.entityId !== declarerOf(ctx).entityId ? '/plan/indicadores' : declarationHref(declaration.id), done);
};

const indicatorOf = ({ indicators }: Board, { indicator }: { readonly indicator: string }): Measured => indicators.find(({ code }) => code === indicator) ?? refuse('goal_not_found');

const readForm = (ctx: Context, indicator: Measured, period: string): Typed => readDeclaration((name) => postedText(ctx, name), indicator, period, localDateOf(ctx.now));
