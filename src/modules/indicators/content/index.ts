import { readFileSync, readdirSync } from 'node:fs';
import { invariant } from '#kernel/errors/index.ts';
import type { Fault } from '#kernel/faults.ts';
import { operandsByName } from '../operands/index.ts';
import { checkTogether, readIndicatorFile, type Known } from '../domain/read-indicators.ts';
import { nameInExpressions, type Indicator } from '../domain/indicator.ts';
import { readPopulations, type Population } from '../domain/population.ts';

const soundIn = (faults: readonly Fault[]): void => {
  const fault = faults[0];
  invariant(fault === undefined, `the definitions have no faults, but: ${fault?.file}:${fault?.line} ${fault?.reason}`);
};

function shippedPopulations(): readonly Population[] {
  const { value, faults } = readPopulations(readFileSync(new URL('populations.yaml', import.meta.url), 'utf8'), 'populations.yaml');
  soundIn(faults);
  return value ?? [];
}

/** The lists of entities that come with the program. */
export const populations: readonly Population[] = shippedPopulations();

// The national goals first, as their plan counts them; then what entities list; then how the service does.
const files = ['nacional.yaml', 'oruro.yaml', 'servicio.yaml'];

function shippedIndicators(): readonly Indicator[] {
  const folder = new URL('indicators/', import.meta.url), known: Known = { operands: operandsByName, populations: populations.map(({ list }) => list) };
  invariant(readdirSync(folder).every((file) => files.includes(file)), 'every file of definitions is read');
  const read = files.map((file) => readIndicatorFile(readFileSync(new URL(file, folder), 'utf8'), file, known)), written = read.flatMap((one) => one.written);
  checkTogether(written, known);
  soundIn(read.flatMap(({ faults }) => faults));
  return written.map(({ indicator }) => indicator);
}

/** Every indicator that comes with the program; its test keeps the files free of faults. */
export const indicators: readonly Indicator[] = shippedIndicators();

const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));

/** The indicator with this code, such as `6.2`. */
export const findIndicator = (code: string): Indicator | undefined => byCode.get(code);

/** Indicators by the names that expressions use for them. */
export const indicatorsByName: ReadonlyMap<string, Indicator> = new Map(indicators.map((indicator) => [nameInExpressions(indicator.code), indicator]));
