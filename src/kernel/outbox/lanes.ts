/** Work that is done side by side, in order where it is about the same thing. */
export type Lanes<Row> = {
  /** Adds rows behind those that wait; they begin as soon as there is room. */
  readonly take: (rows: readonly Row[]) => void;
  /** Whether something that is taken now would begin at once. */
  readonly hasRoom: () => boolean;
  readonly isEmpty: () => boolean;
  /** How many rows have ended so far. */
  readonly ended: () => number;
  /** Resolves when a row ends, or somebody nudges. */
  readonly moved: () => Promise<void>;
  readonly nudge: () => void;
  /** Resolves when nothing waits and nothing runs. */
  readonly emptied: () => Promise<void>;
};

const lanesMax = 8;

/** Makes lanes for work that never rejects. Rows whose keys name the same thing are done one after another, so that a case hears its news in order. */
export function createLanes<Row extends { readonly key: string }>(work: (row: Row) => Promise<void>): Lanes<Row> {
  const waiting: Row[] = [], running = new Set<string>();
  let ended = 0, heard = Promise.withResolvers<void>();
  const nudge = (): void => { heard.resolve(); heard = Promise.withResolvers(); };
  const isEmpty = (): boolean => waiting.length === 0 && running.size === 0;
  const begin = (): void => {
    for (let at = 0; at < waiting.length && running.size < lanesMax;) {
      const row = waiting[at];
      if (row === undefined || running.has(subjectOf(row))) { at += 1; continue; }
      waiting.splice(at, 1);
      void run(row);
    }
  };
  const run = async (row: Row): Promise<void> => {
    const subject = subjectOf(row);
    running.add(subject);
    try { await work(row); } finally { running.delete(subject); ended += 1; }
    begin();
    nudge();
  };
  return {
    take: (rows) => { waiting.push(...rows); begin(); },
    hasRoom: () => waiting.length === 0 && running.size < lanesMax,
    isEmpty, nudge, ended: () => ended, moved: () => heard.promise,
    emptied: async () => { while (!isEmpty()) await heard.promise; },
  };
}

/** What a message is about: the first id in its key, which is the case's where it has one; otherwise the whole key. */
const subjectOf = ({ key }: { readonly key: string }): string => /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/.exec(key)?.[0] ?? key;
