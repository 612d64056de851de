import type { Person } from '#kernel/access.ts';
import { audit } from '#kernel/audit/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { UfvExamples } from '../content/index.ts';
import type { UfvEntry } from '../domain/ufv-form.ts';
import { findUfv, insertExamples, upsertUfv } from '../store/ufv.ts';

/** Records the value of a day as somebody read it in the official publication; what the day had before stays in the audit. */
export async function recordUfv(db: Db, entry: UfvEntry, by: Person, now: Date, requestId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await findUfv(tx, entry.day);
    await upsertUfv(tx, entry, by.id, now);
    await audit(tx, { action: 'payments.ufv_recorded', subject: `ufv:${entry.day}`, person: by, requestId, detail: { valueE5: entry.valueE5, source: entry.source, ...(before && { replaced: before.valueE5 }) } });
  });
}

/** Writes the examples of a demonstration, and today's, which repeats the last one that is not later: so that it goes on working whenever it runs. */
export async function seedExamples(db: Db, { values, source }: UfvExamples, now: Date): Promise<void> {
  const today = localDateOf(now), latest = values.findLast(({ day }) => day <= today);
  await insertExamples(db, [...values.filter(({ day }) => day !== today), ...(latest ? [{ day: today, valueE5: latest.valueE5 }] : [])], source, now);
}
