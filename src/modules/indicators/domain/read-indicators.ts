import { createHash } from 'node:crypto';
import { compileFeel, type Feel } from '#kernel/feel/index.ts';
import type { Checked } from '#kernel/faults.ts';
import { nearest, readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import { dimensions, modes, nameInExpressions, plansOfIndicators, type Goal, type Indicator, type PlanOfIndicators } from './indicator.ts';
import { periodKinds } from './period.ts';

/** What a definition may speak of: the operands with what each counts, and the lists of entities. */
export type Known = { readonly operands: ReadonlyMap<string, { readonly unit: string }>; readonly populations: readonly string[] };

/** A definition with the place it was written at, so that what is wrong between several can be told there. */
export type Written = { readonly indicator: Indicator; readonly at: YamlValue };

/** What a file of definitions comes to: each with its place. `faults` fills while they are compared. */
export type WrittenFile = { readonly written: readonly Written[]; readonly faults: Checked<never>['faults'] };

const keys = ['code', 'name', 'mode', 'unit', 'factor', 'sense', 'frequency', 'population', 'dimensions', 'numerator', 'denominator', 'method', 'source', 'missing', 'evidence', 'goal', 'version'] as const;
type Parts = Partial<Record<(typeof keys)[number], YamlValue>>;

/** Reads one file of definitions: `plan`, `source` and `indicators`. Never throws; codes of faults read `indicators.<name>`. */
export function readIndicatorFile(text: string, file: string, known: Known): WrittenFile {
  const { root, faults } = readYaml(text, file, 'indicators');
  if (!root) return { written: [], faults };
  const { plan, source, indicators } = root.object(['plan', 'source', 'indicators']);
  const whose = plan?.oneOf(plansOfIndicators);
  if (!plan || !source || !indicators) root.fault('shape', 'Al archivo le falta el plan, su fuente o la lista de indicadores.', 'Escriba «plan:», «source:» e «indicators:».');
  return { written: whose && indicators ? indicators.items().flatMap((at) => readOne(at, whose, known) ?? []) : [], faults };
}

function readOne(at: YamlValue, plan: PlanOfIndicators, known: Known): Written | undefined {
  const parts: Parts = at.object(keys);
  const code = parts.code?.text(), name = parts.name?.text(), mode = parts.mode?.oneOf(modes), unit = parts.unit?.text();
  const sense = parts.sense?.oneOf(['higher', 'lower'] as const), frequency = parts.frequency?.oneOf(periodKinds), method = parts.method?.text(), source = parts.source?.text(), version = parts.version?.integer(1, 10_000);
  const population = parts.population && readPopulation(parts.population, known);
  const numerator = parts.numerator && readExpression(parts.numerator), denominator = parts.denominator && readExpression(parts.denominator);
  if (!code || !name || !mode || !unit || !sense || !frequency || !population || !method || !source || !version) {
    return at.fault('incomplete', `A la definición «${code ?? at.path}» le falta algo.`, 'Escriba code, name, mode, unit, sense, frequency, population, method, source y version.');
  }
  const missing = parts.missing?.text(), factor = parts.factor?.number() ?? (unit === '%' ? 100 : 1);
  if (!parts.numerator && missing === undefined) return at.fault('unmeasured', `«${code}» no dice con qué se calcula ni qué falta para medirlo.`, 'Escriba «numerator:», o «missing:» con lo que falta.');
  if ((parts.numerator && !numerator) || (parts.denominator && !denominator)) return undefined;
  if (unit === '%' && parts.numerator && !parts.denominator) return at.fault('denominator', `«${code}» es un porcentaje y no dice de qué.`, 'Escriba «denominator:».');
  const read = { code, plan, name, mode, unit, factor, sense, frequency, population, numerator, denominator, method, source, version, missing, evidence: parts.evidence?.text(), dimensions: readDimensions(parts.dimensions), goal: parts.goal && readGoal(parts.goal) };
  return { indicator: { ...read, sha256: hashOf(read) }, at };
}

function readPopulation(at: YamlValue, { populations }: Known): string | undefined {
  const list = at.text();
  if (list === undefined || populations.includes(list)) return list;
  return at.fault('population', `Ninguna lista de entidades se llama «${list}».`, `Use una de estas: ${populations.join(', ')}.`);
}

function readExpression(at: YamlValue): Feel | undefined {
  const { expression, problem } = compileFeel(at.text() ?? '');
  return problem ? at.faultWithin(problem.position, 'expression', `«${at.path}» no se entiende: ${problem.message}`, 'Corrija la expresión.') : expression;
}

const readDimensions = (at: YamlValue | undefined): Indicator['dimensions'] => at?.items().flatMap((item) => item.oneOf(dimensions) ?? []) ?? [];

function readGoal(at: YamlValue): Goal | undefined {
  const { text, value, year, state } = at.object(['text', 'value', 'year', 'state']);
  const words = text?.text(), confirmed = state?.oneOf(['in_force', 'unconfirmed'] as const);
  if (words === undefined || confirmed === undefined) return at.fault('goal', 'A la meta le falta su texto o su estado.', 'Escriba «text:» y «state:» (in_force o unconfirmed).');
  return { text: words, state: confirmed, value: value?.number(), year: year?.integer(2000, 2100) };
}

// What decides the figure, and nothing else: better words are no other figure.
const hashOf = ({ code, factor, population, version, numerator, denominator }: Pick<Indicator, 'code' | 'factor' | 'population' | 'version' | 'numerator' | 'denominator'>): string =>
  createHash('sha256').update(JSON.stringify([code, factor, population, version, numerator?.text ?? null, denominator?.text ?? null])).digest('hex');

/** Tells what is wrong between definitions: a code that two have, names that nothing gives, circles, and figures that divide or add what is not alike. */
export function checkTogether(written: readonly Written[], known: Known): void {
  const byName = new Map(written.map((one) => [nameInExpressions(one.indicator.code), one]));
  for (const [at, { indicator }] of written.map((one) => [one.at, one] as const)) {
    if (written.some((other) => other.at !== at && other.indicator.code === indicator.code)) at.fault('twice', `Dos definiciones tienen el código «${indicator.code}».`, 'Deje una sola.');
    const unknown = namesIn(indicator).filter((name) => !known.operands.has(name) && !byName.has(name));
    for (const name of unknown) at.fault('operand', `Nada da «${name}», que usa «${indicator.code}».`, suggestion(name, [...known.operands.keys(), ...byName.keys()]));
    if (reaches(indicator, indicator.code, byName, new Set())) at.fault('circle', `«${indicator.code}» se usa a sí mismo, directamente o por otros.`, 'Quite uno de los indicadores de su expresión.');
    else if (unknown.length === 0) checkUnits(at, indicator, known, byName);
  }
}

/** The names that an indicator's expressions look up. */
export const namesIn = ({ numerator, denominator }: Pick<Indicator, 'numerator' | 'denominator'>): readonly string[] => [...new Set([...(numerator?.names ?? []), ...(denominator?.names ?? [])])];

type ByName = ReadonlyMap<string, Written>;

function reaches(from: Indicator, code: string, byName: ByName, seen: Set<string>): boolean {
  return namesIn(from).some((name) => {
    const next = byName.get(name)?.indicator;
    if (!next || seen.has(name)) return false;
    seen.add(name);
    return next.code === code || reaches(next, code, byName, seen);
  });
}

function checkUnits(at: YamlValue, { code, unit, numerator, denominator }: Indicator, { operands }: Known, byName: ByName): void {
  const unitsOf = (expression: Feel | undefined): readonly string[] => [...new Set((expression?.names ?? []).map((name) => operands.get(name)?.unit ?? byName.get(name)?.indicator.unit ?? ''))];
  const above = unitsOf(numerator), below = unitsOf(denominator);
  const mixed = [above, below].find((found) => found.length > 1);
  if (mixed) at.fault('unit', `«${code}» junta cosas de distinta clase: ${mixed.join(' y ')}.`, 'Sume y reste solo lo que cuenta lo mismo.');
  else if (unit === '%' && below.length > 0 && above[0] !== below[0]) at.fault('unit', `«${code}» es un porcentaje de ${below.join()} y cuenta ${above.join()}.`, 'Divida entre lo que cuenta lo mismo, o cambie la unidad.');
  else if (unit !== '%' && !denominator && above.length === 1 && above[0] !== unit) at.fault('unit', `«${code}» dice contar ${unit} y cuenta ${above.join()}.`, 'Escriba en «unit:» lo que cuenta.');
}

function suggestion(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? `Use uno de estos: ${names.join(', ')}.` : `¿Quiso escribir «${near}»?`;
}
