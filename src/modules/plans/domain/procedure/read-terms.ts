import type { Checked } from '#kernel/faults.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import { countingFrom, termPlaces, type PlanTermRule } from './procedure.ts';

const units = ['business_days', 'calendar_days'] as const, rolls = ['next_business_day', 'none'] as const, amountMax = 366;

/** Reads the terms of the procedure; whatever is missing or unknown is a fault with its line. */
export function readTerms(text: string, file: string): Checked<Readonly<Record<string, PlanTermRule>>> {
  const { root, faults } = readYaml(text, file, 'plan_terms');
  const rules = Object.fromEntries([...root?.members() ?? []].map(([name, row]) => [name, readTerm(name, row)]));
  return { value: faults.length === 0 ? rules : undefined, faults };
}

function readTerm(name: string, row: YamlValue): PlanTermRule {
  const known = row.object(['title', 'amount', 'unit', 'roll', 'countsFrom', 'place', 'norm', 'unconfirmed']);
  for (const needed of ['title', 'amount', 'unit', 'roll', 'countsFrom', 'place', 'norm'] as const) if (!known[needed]) row.fault('missing', `Falta «${needed}».`, `Escriba «${needed}: …».`);
  const unconfirmed = known.unconfirmed?.text();
  return {
    name, title: known.title?.text() ?? '', amount: known.amount?.integer(1, amountMax) ?? 1, unit: known.unit?.oneOf(units) ?? 'business_days', roll: known.roll?.oneOf(rolls) ?? 'none',
    countsFrom: known.countsFrom?.oneOf(countingFrom) ?? 'task', place: known.place?.oneOf(termPlaces) ?? 'entity', norm: known.norm?.text() ?? '', onSuspension: 'run_on',
    ...(unconfirmed === undefined ? {} : { unconfirmed }),
  };
}
