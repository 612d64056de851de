import { unitNames } from '#modules/identity/index.ts';
import { summarise, type Answers } from '#modules/forms/index.ts';
import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import type { Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { entryForm } from '../../content/entry-form.ts';
import { strategyGuide } from '../../content/strategy-guide.ts';
import type { Parameters } from '../../domain/burden/parameters.ts';
import type { DraftEntity } from '../../domain/draft/procedure.ts';
import { rowsIn } from '../../domain/inventory/declared.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import { registerOf } from '../../domain/once-only/register.ts';
import { adviceOn, type Advice } from '../../domain/strategy/advice.ts';
import { burdenChange } from '../../domain/strategy/burden-change.ts';
import type { Projections, RequirementFact, Solution, StrategyContent } from '../../domain/strategy/content.ts';
import { sectionsOf, type Section } from '../../domain/strategy/guide.ts';
import { planState } from '../../domain/strategy/plan-state.ts';
import { stagesOf } from '../../domain/strategy/stages.ts';
import { surveyOf } from '../../domain/strategy/survey.ts';
import { refuse } from '../../errors.ts';
import { effortPicture, pointsPicture, schedulePicture } from '../../pages/strategy/pictures.ts';
import { parametersOf } from '../../store/burden-parameters.ts';
import { countEntries, findEntries } from '../../store/entries.ts';
import { getSnapshot, type Snapshot } from '../../store/rankings.ts';
import { plansOf, type PlanLine } from '../../store/strategy/plans.ts';
import { getStrategy, solutionsOf, type KeptSolution, type Strategy } from '../../store/strategy/strategies.ts';
import { textsOf, type SectionText } from '../../store/strategy/texts.ts';
import { entityOf, plannerOf } from '../planner.ts';
import { flowOf } from './flow-of.ts';

/** A strategy with everything that it says today. */
export type Opened = {
  readonly strategy: Strategy; readonly entity: DraftEntity; readonly sections: readonly Section[]; readonly texts: ReadonlyMap<string, SectionText>;
  readonly content: StrategyContent; readonly advice: readonly Advice[];
};

/** The strategy that the address names, of the entity of whoever asks; refuses every other. */
export const strategyOf = (ctx: Context): Promise<Strategy> => getStrategy(ctx.db, plannerOf(ctx).entityId, parseId<'strategy'>(ctx.params.id) ?? refuse('strategy_not_found'));

/** Opens a strategy: reads what people wrote, and asks the data of the entity for the rest. */
export async function openStrategy(ctx: Context): Promise<Opened> {
  const strategy = await strategyOf(ctx), { entityId, id } = strategy;
  const [entity, snapshot, kept, texts, units, parameters, counts, plans] = await Promise.all([
    entityOf(ctx), getSnapshot(ctx.db, entityId, strategy.snapshotId), solutionsOf(ctx.db, entityId, id), textsOf(ctx.db, entityId, id), unitNames(ctx.db, entityId), parametersOf(ctx.db, entityId), countEntries(ctx.db, entityId), plansOf(ctx.db, entityId),
  ]);
  const entries = await findEntries(ctx.db, entityId, [...snapshot.rows.slice(0, shownMax), ...kept].map(({ procedureId }) => procedureId)), today = localDateOf(ctx.now);
  const ground: Ground = { ctx, entity, snapshot, parameters, plans, today, sayUnit: (unit) => units.get(unit) ?? unit };
  const solutions = await Promise.all(kept.flatMap((one) => { const entry = entries.get(one.procedureId); return entry === undefined ? [] : [solutionOf(ground, entry, one)]; }));
  const content = contentOf(strategy, texts, projectionsOf(ground, solutions, entries, counts.entries)), sections = sectionsOf(strategyGuide, solutions);
  return { strategy, entity, sections, texts: new Map(texts.map((text) => [text.section, text])), content, advice: adviceOn(content, sections) };
}

type Ground = { readonly ctx: Context; readonly entity: DraftEntity; readonly snapshot: Snapshot; readonly parameters: Parameters; readonly plans: readonly PlanLine[]; readonly today: LocalDate; readonly sayUnit: (unit: string) => string };

// How many procedures the table of the inventory shows: those at the head of the order.
const shownMax = 30;

const contentOf = ({ title, from, until }: Strategy, texts: readonly SectionText[], projections: Projections): StrategyContent =>
  ({ title, from, until, texts: Object.fromEntries(texts.map(({ section, body }) => [section, body])), projections });

function projectionsOf({ entity: { key, name, acronym }, snapshot, plans, today }: Ground, solutions: readonly Solution[], entries: ReadonlyMap<string, Entry>, all: number): Projections {
  const points = pointsPicture(snapshot.rows), effort = effortPicture(snapshot.rows), schedule = solutions.length > 1 ? schedulePicture('Cronograma de las soluciones', solutions) : undefined;
  return {
    day: today, entity: { key, name, acronym }, order: { day: localDateOf(snapshot.takenAt), sha256: snapshot.sha256, weights: snapshot.weights, lines: snapshot.rows.slice(0, shownMax) },
    inventory: { all, lines: snapshot.rows.slice(0, shownMax).flatMap(({ procedureId }) => { const entry = entries.get(procedureId); return entry === undefined ? [] : [{ procedureId, name: entry.name, answers: entry.answers }]; }) },
    ...(points === undefined ? {} : { points }), ...(effort === undefined ? {} : { effort }), ...(schedule === undefined ? {} : { schedule }), norms: strategyGuide.norms, plans: plans.map(planState), solutions,
  };
}

async function solutionOf({ ctx, entity, snapshot, parameters, today, sayUnit }: Ground, entry: Entry, { procedureId, answers: declared }: KeptSolution): Promise<Solution> {
  const { slug, name, answers } = entry, flow = await flowOf(ctx.db, entry, entity, today, sayUnit), stages = stagesOf(declared), schedule = schedulePicture(`Cronograma de ${name}`, [{ name, stages }]);
  const said = new Map(summarise(entryForm, answers, { now: ctx.now }).flatMap(({ rows }) => rows).filter(({ isEmpty }) => !isEmpty).map(({ field, lines }) => [field, lines.join(', ')]));
  return {
    procedureId, slug, name, answers, place: snapshot.rows.find((line) => line.procedureId === procedureId)?.place ?? null,
    survey: surveyOf(answers, (field) => said.get(field) ?? ''), requirements: requirementsOf(slug, name, answers),
    norms: rowsIn(answers, 'base_legal').flatMap(({ norma, articulo }) => (typeof norma === 'string' ? [{ norm: norma, article: typeof articulo === 'string' ? articulo : '' }] : [])),
    ...(flow === undefined ? {} : { flow: flow.shown }), burden: burdenChange(answers, declared, flow?.appointments ?? 0, parameters), stages, ...(schedule === undefined ? {} : { schedule }),
  };
}

/** The requirements of an entry, each with who of the State has it already. */
const requirementsOf = (slug: string, name: string, answers: Answers): readonly RequirementFact[] => rowsIn(answers, 'requisitos').flatMap((row) => {
  if (typeof row.nombre !== 'string') return [];
  const [known] = registerOf([{ slug, name, answers: { requisitos: [row] } }]);
  return [{ name: row.nombre, issuer: typeof row.emisor === 'string' ? row.emisor : '', ...(known === undefined ? {} : { held: known.issuer }) }];
});
