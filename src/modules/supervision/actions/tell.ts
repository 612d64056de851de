import { listOfficers } from '#modules/identity/index.ts';
import { notify } from '#modules/notifications/index.ts';
import type { Role } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** What people of an entity are told; the same key tells nobody twice. */
export type Telling = { readonly key: string; readonly subject: string; readonly body: string; readonly link: string };

const officersMax = 5_000;

/** Tells those who answer for electronic government in an entity, and its authority. Joins the caller's transaction. */
export const tellEntity = (db: Db, entityId: EntityId, telling: Telling, now: Date): Promise<void> => tell(db, entityId, ['egov_head', 'authority'], telling, now);

/** Tells those who examine from an entity. Joins the caller's transaction. */
export const tellExaminers = (db: Db, entityId: EntityId, telling: Telling, now: Date): Promise<void> => tell(db, entityId, ['examiner'], telling, now);

async function tell(db: Db, entityId: EntityId, roles: readonly Role[], telling: Telling, now: Date): Promise<void> {
  const officers = await listOfficers(db, entityId, officersMax);
  for (const { id, email } of officers.filter(({ disabled_at: out, roles: has }) => out === null && has.some((role) => roles.includes(role)))) {
    await notify(db, { ...telling, personId: id, entityId, email: email ?? undefined, now });
  }
}
