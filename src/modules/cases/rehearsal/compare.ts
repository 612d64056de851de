import type { Case } from '../domain/types.ts';
import type { Expectation } from './scenario.ts';
import { keyWords, statusWords } from './words.ts';

/** Something that did not come out as expected. */
export type Difference = { readonly what: string; readonly expected: string; readonly got: string };

/** What a step left behind. */
export type Outcome = { readonly current: Case; readonly messages: readonly string[] };

type Row = (expected: Expectation, outcome: Outcome) => Difference | undefined;

/** Everything that may be expected of a step, a row each. */
const rows: readonly Row[] = [
  ({ status }, { current: { state } }) => status && differ(keyWords.status, statusWords[status], statusWords[state.status]),
  ({ tasks }, { current: { state } }) => tasks && differ(keyWords.tasks, listed(tasks), listed(state.tasks.map(({ element }) => element))),
  ({ waits }, { current: { state } }) => waits && differ(keyWords.waits, listed(waits), listed(state.waits.map((wait) => wait.for))),
  ({ due }, { current }) => (due === undefined ? undefined : differ(keyWords.due, due ?? none, current.due ?? none)),
  ({ messages }, outcome) => messages && differ(keyWords.messages, messages.join(', ') || none, outcome.messages.join(', ') || none),
  ({ chargeMinor }, { current }) => (chargeMinor === undefined ? undefined : differ(keyWords.charge, bolivianos(chargeMinor), bolivianos(lastResult(current, 'charge')?.amountMinor))),
  ({ certificate }, { current }) => certificate && differ(keyWords.certificate, sayIssued(certificate.issued, certificate.validUntil), sayCertificate(current, certificate.validUntil !== undefined)),
];

const none = 'ninguno';
const listed = (names: readonly string[]): string => [...names].sort().join(', ') || none;
const differ = (what: string, expected: string, got: string): Difference | undefined => (expected === got ? undefined : { what, expected, got });
const bolivianos = (minor: unknown): string => (typeof minor === 'number' ? `Bs ${(minor / 100).toFixed(2)}` : none);
const sayIssued = (issued: boolean, until?: unknown): string => (issued ? `emitido${typeof until === 'string' ? `, válido hasta ${until}` : ''}` : none);

function lastResult({ state }: Case, service: string): Readonly<Record<string, unknown>> | undefined {
  const result = state.services.findLast((one) => one.service === service)?.result;
  return typeof result === 'object' && result !== null && !Array.isArray(result) ? { ...result } : undefined;
}

function sayCertificate(current: Case, withDay: boolean): string {
  const issued = lastResult(current, 'certificate');
  return sayIssued(issued !== undefined, withDay ? issued?.validUntil : undefined);
}

/** How a step's outcome differs from what was expected; empty when it does not. */
export function differences(expected: Expectation, outcome: Outcome): readonly Difference[] {
  const terms = Object.entries(expected.terms ?? {}).map(([name, day]) => differ(`${keyWords.terms}.${name}`, day ?? none, lastDay(outcome.current, name)));
  return [...rows.map((row) => row(expected, outcome)), ...terms].filter((found) => found !== undefined);
}

const lastDay = ({ state }: Case, name: string): string => state.terms.findLast((term) => term.name === name && term.metAt === undefined)?.currentDue ?? none;
