import type { Db } from '#kernel/db/index.ts';

/** Notes until when figures are computed: what did not move was looked at too. */
export async function noteObserved(db: Db, now: Date): Promise<void> {
  await db.rows(`update indicators.cursor set moved_at = $1 where source = 'figures'`, [now]);
}

/** How far counting and computing have come. */
export type Progress = {
  /** Until when what happened to cases is in the counters, and until when figures were computed; absent before the first time. */
  readonly countedAt: Date | null; readonly observedAt: Date | null;
  /** Differences that counts from the beginning have found in the last thirty days; counted up to a thousand. */
  readonly mismatches: number;
};

/** How far counting and computing have come: every computed figure is as of `observedAt`. */
export async function findProgress(db: Db, now: Date): Promise<Progress> {
  const [row] = await db.rows<Progress>(`
    select (select moved_at from indicators.cursor where source = 'cases') as "countedAt", (select moved_at from indicators.cursor where source = 'figures') as "observedAt",
      (select count(*)::int from (select 1 from indicators.mismatch where found_at > $1::timestamptz - interval '30 days' limit 1000) m) as mismatches`, [now]);
  return row ?? { countedAt: null, observedAt: null, mismatches: 0 };
}
