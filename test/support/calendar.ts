import { declareDays } from '#modules/calendars/index.ts';
import type { Person } from '#kernel/access.ts';
import { parseLocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';

const administrator: Person = { id: newId<'person'>(), kind: 'officer', name: 'Administradora de prueba', roles: ['admin'], units: [] };

/** Declares national holidays, as an administrator does when a decree appears. */
export async function addSpecialDays(db: Db, days: readonly { readonly day: string; readonly name: string; readonly norm: string }[], now: Date): Promise<void> {
  await declareDays(db, days.map(({ day, ...rest }) => {
    const parsed = parseLocalDate(day);
    invariant(parsed, 'a test names days that exist');
    return { ...rest, day: parsed, scope: 'national' as const, source: 'Prueba' };
  }), { by: administrator, now });
}
