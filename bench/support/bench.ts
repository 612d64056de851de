import type { PostgresKind } from '#support/servers/postgres.ts';
import type { Taken } from '../measurement.ts';
import type { Program } from './programs.ts';

/** How much is done of everything: `quick` shows only that the measurements work, `full` is for numbers that one may quote. */
export const scales = {
  quick: { roundSeconds: 0.2, rounds: 1, cases: 300, caseCounts: [300, 600], procedures: 300, people: 20, repetitions: 2, sheetRows: 300 },
  full: { roundSeconds: 4, rounds: 3, cases: 30_000, caseCounts: [10_000, 100_000, 1_000_000], procedures: 100_000, people: 1_000, repetitions: 60, sheetRows: 10_000 },
} as const;

export type Scale = (typeof scales)[keyof typeof scales];

/** What a suite is given. */
export type Bench = {
  readonly scale: Scale;
  /** Which Postgres the suites that need one run on. */
  readonly postgres: PostgresKind;
};

/** A family of measurements that share their preparation. It cleans up what it starts. */
export type Suite = {
  readonly name: string;
  /** Heading in the document. */
  readonly title: string;
  /** What is measured and how, for the document: Markdown, a few sentences. */
  readonly method: string;
  /** What stands between us and the target, where it is missed. */
  readonly inTheWay?: string;
  readonly needs?: readonly Program[];
  /** The option without which it does not run, because it takes long or needs the network. */
  readonly onlyWhenAsked?: 'clone';
  readonly run: (bench: Bench) => AsyncIterable<Taken>;
};
