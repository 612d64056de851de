import { median } from '../measurement.ts';

/** One way of doing the work: does it for about so many seconds and gives how many times a second it was done (or seconds, or whatever is compared). */
export type Contender = (seconds: number) => Promise<number>;

/** The medians of every contender, and of their ratios round by round. */
export type Race<Name extends string> = {
  readonly value: (name: Name) => number;
  /** Median of `name / limit`, each round against its own: what disturbs the machine disturbs both. */
  readonly ratio: (name: Name, limit: Name) => number;
};

/** Lets contenders take turns for some rounds, each round beginning with another, so that nobody always runs on a warm or a tired machine. */
export async function race<Name extends string>(contenders: Readonly<Record<Name, Contender>>, rounds: number, seconds: number): Promise<Race<Name>> {
  const names = Object.keys(contenders) as Name[];
  const found: Record<Name, number>[] = [];
  for (let round = 0; round < rounds; round++) found.push(await turn(contenders, rotate(names, round), seconds));
  return {
    value: (name) => median(found.map((one) => one[name])),
    ratio: (name, limit) => median(found.map((one) => one[name] / one[limit])),
  };
}

async function turn<Name extends string>(contenders: Readonly<Record<Name, Contender>>, order: readonly Name[], seconds: number): Promise<Record<Name, number>> {
  const found: Partial<Record<Name, number>> = {};
  for (const name of order) found[name] = await contenders[name](seconds);
  return found as Record<Name, number>;
}

const rotate = <Item>(items: readonly Item[], by: number): readonly Item[] => [...items.slice(by % items.length), ...items.slice(0, by % items.length)];

/** Does the work over and over in so many lanes at once, for so many seconds; gives how often a second it was done. */
export async function perSecond(work: (lane: number) => Promise<unknown>, lanes: number, seconds: number): Promise<number> {
  const begun = performance.now(), end = begun + seconds * 1000;
  let done = 0;
  const lane = async (number: number): Promise<void> => {
    while (performance.now() < end) { await work(number); done += 1; }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return done / ((performance.now() - begun) / 1000);
}
