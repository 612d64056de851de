import type { Db } from '#kernel/db/index.ts';

/** Takes cases off the lists whose days have passed; whoever holds an offer keeps it until it ends. Gives how many. */
export async function forgetPastWaiting(db: Db, today: string): Promise<number> {
  const rows = await db.rows('delete from appointments.waiting where until_day < $1::date and offered_start is null returning id', [today]);
  return rows.length;
}
