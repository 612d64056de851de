import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { indicators, indicatorsByName } from '../content/index.ts';
import { amountOf, compute } from '../domain/compute.ts';
import { isMeasured, type Indicator } from '../domain/indicator.ts';
import { periodKinds, periodOf, type Period } from '../domain/period.ts';
import { namesIn } from '../domain/read-indicators.ts';
import { operandsByName } from '../operands/index.ts';
import type { Operand } from '../operands/contract.ts';
import { country, writeFigures, type Figure } from '../store/figures.ts';
import { membersOfLists, type Members } from '../store/lists.ts';
import { countCases, countThings, isOfCases, takeStaleDays, type Parts } from '../store/parts.ts';
import { findProgress, noteObserved } from '../store/progress.ts';

const staleDaysMax = 40;

const measured = indicators.filter(isMeasured);

/** The operands of an indicator, and of those that it names. */
function operandsOf(indicator: Indicator, seen: readonly string[] = []): readonly Operand[] {
  return namesIn(indicator).flatMap((name) => {
    const other = indicatorsByName.get(name), operand = operandsByName.get(name);
    return operand ? [operand] : other && !seen.includes(name) ? operandsOf(other, [...seen, name]) : [];
  });
}

const [ofCases, ofThings] = [measured.filter((one) => operandsOf(one).some(isOfCases)), measured.filter((one) => !operandsOf(one).some(isOfCases))];

/**
 * Computes the figures that stand for how things are now: of the day, the week, the month and the year, for the country, and of the month and the year for each
 * entity. Gives how many moved.
 */
export async function observeThings(db: Db, now: Date): Promise<number> {
  return db.transaction((tx) => observe(tx, ofThings, periodsOf([localDateOf(now)]), now));
}

/** Computes the figures of the periods in which something happened to cases since the last time, and of every day that begins. Gives how many moved. */
export async function observeCases(db: Db, now: Date): Promise<number> {
  const today = localDateOf(now);
  return db.transaction(async (tx) => {
    const { observedAt } = await findProgress(tx, now), begins = observedAt === null || localDateOf(observedAt) < today;
    const days = [...await takeStaleDays(tx, staleDaysMax), ...(begins ? [today] : [])];
    const moved = days.length === 0 ? 0 : await observe(tx, ofCases, periodsOf(days), now);
    await noteObserved(tx, now);
    return moved;
  });
}

/** Every period on which one of the days falls, each once. */
function periodsOf(days: readonly LocalDate[]): readonly Period[] {
  const periods = days.flatMap((day) => periodKinds.map((kind) => periodOf(kind, day)));
  return [...new Map(periods.map((period) => [period.key, period])).values()];
}

async function observe(tx: Tx, which: readonly Indicator[], periods: readonly Period[], now: Date): Promise<number> {
  const lists = await membersOfLists(tx);
  const needed = new Map(which.flatMap((one) => operandsOf(one)).map((operand) => [operand.name, operand]));
  // What stands now stands so in every period that has not ended.
  const standing = await partsOfThings(tx, [...needed.values()], localDateOf(now));
  let moved = 0;
  for (const period of periods) {
    const parts = new Map([...standing, ...(await partsOfCases(tx, [...needed.values()], period))]);
    // One indicator after the other, so that pages are answered between them.
    for (const indicator of which) moved += await writeFigures(tx, figuresOf({ indicator, needs: operandsOf(indicator), period, parts, members: lists.get(indicator.population), now }));
  }
  return moved;
}

async function partsOfThings(db: Db, needed: readonly Operand[], today: LocalDate): Promise<ReadonlyMap<string, Parts>> {
  const parts = new Map<string, Parts>();
  for (const { name, counts } of needed) if (counts.kind === 'things') parts.set(name, await countThings(db, counts.sql, { from: today, until: today }));
  return parts;
}

async function partsOfCases(db: Db, needed: readonly Operand[], period: Period): Promise<ReadonlyMap<string, Parts>> {
  if (!needed.some(isOfCases)) return new Map();
  const counted = await countCases(db, period);
  return new Map(needed.flatMap(({ name, counts }) => (counts.kind === 'cases' ? [[name, counted.get(counts.measure) ?? new Map()] as const] : [])));
}

type Ground = { readonly indicator: Indicator; readonly needs: readonly Operand[]; readonly period: Period; readonly parts: ReadonlyMap<string, Parts>; readonly members: Members | undefined; readonly now: Date };

function figuresOf(ground: Ground): readonly Figure[] {
  const entities = ground.members?.entities ?? [], ofEntities = ground.period.kind === 'month' || ground.period.kind === 'year' ? entities : [];
  return [figureOf(ground, country, entities), ...ofEntities.map((entityId) => figureOf(ground, entityId, [entityId]))];
}

function figureOf({ indicator, needs, period, parts, members, now }: Ground, entityId: EntityId, counted: readonly EntityId[]): Figure {
  const amounts = new Map(needs.map((operand) => [operand.name, amountIn(operand, parts.get(operand.name), counted)]));
  const { num, den, value, operands } = compute(indicator, amounts, indicatorsByName);
  return {
    indicator: indicator.code, entityId, kind: period.kind, period: period.key, origin: 'computed', num, den, value, operands,
    cutOff: now, version: indicator.version, sha256: indicator.sha256, population: members?.version ?? null,
  };
}

const amountIn = ({ reduce }: Operand, parts: Parts | undefined, counted: readonly EntityId[]): number | null => amountOf(counted.flatMap((entityId) => parts?.get(entityId) ?? []), reduce);
