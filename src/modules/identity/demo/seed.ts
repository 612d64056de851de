import { createHash } from 'node:crypto';
import type { Db, Tx } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { namedId, type EntityId, type Id, type PersonId } from '#kernel/ids.ts';
import { hashPassword } from '../domain/password.ts';
import { seal, type Keys } from '../keys.ts';
import { insertProviderAccount } from '../provider/accounts.ts';
import { findEntityByKey, insertEntity } from '../store/entities.ts';
import { findAccount, insertOfficer, updateTotp } from '../store/officers.ts';
import { demoCitizens, demoEntities, demoOfficers, demoPassword } from './people.ts';

/** The id of something of the demonstration: always the same, so that examples and tests can name it. */
const demoId = <Kind extends string>(name: string): Id<Kind> => namedId<Kind>(`ventanilla-demo:${name}`);

/** Id of an entity of the demonstration, by its key. */
export const demoEntityId = (key: (typeof demoEntities)[number]['key']): EntityId => demoId<'entity'>(`entity:${key}`);

/** Id of an officer of the demonstration, by user name. */
export const demoOfficerId = (username: string): PersonId => demoId<'person'>(`officer:${username}`);

// When everybody of the demonstration joined; a fixed day, so that two installations look alike. Whom the end of one put out of service is out from this day.
const joined = new Date('2026-01-05T09:00:00-04:00');

/**
 * Writes the institutions and people of the demonstration; what is there already stays as it is. With `keys`, officers get a second factor whose
 * code the login page shows; without, they enrol one at their first login. Citizens exist only at the stand-in until they log in.
 */
export async function seedDemo(db: Db, keys?: Keys): Promise<void> {
  const passwordHash = await hashPassword(demoPassword); // one for all: hashing thirty would take a second of the first start
  await db.transaction(async (tx) => {
    for (const entity of demoEntities) await insertEntity(tx, { ...entity, id: demoEntityId(entity.key) });
    for (const citizen of demoCitizens) await insertProviderAccount(tx, { ...citizen, subject: subjectOf(citizen) }, passwordHash);
    for (const officer of demoOfficers) await seedOfficer(tx, officer, passwordHash, keys);
    await tx.rows('update identity.person set disabled_at = null where disabled_at = $1 and id in (select person_id from identity.officer where is_demo)', [joined]);
  });
}

/**
 * Ends a demonstration that was held in this database: its passwords and second factors are public. Officers go out of service, citizens are
 * unknown to the stand-in, and whoever was in is out. `seedDemo` lets back in whom this put out, and nobody else.
 */
export async function endDemo(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.rows('update identity.person set disabled_at = $1 where disabled_at is null and id in (select person_id from identity.officer where is_demo)', [joined]);
    const gone = await tx.rows<{ subject: string }>('delete from identity.oidc_account where subject = any($1) returning subject::text', [demoCitizens.map(subjectOf)]);
    await tx.rows(`
      delete from identity.session where person_id in (
        select person_id from identity.officer where is_demo union all select person_id from identity.citizen_link where subject = any($1))`, [gone.map(({ subject }) => subject)]);
  });
}

const subjectOf = ({ documentNumber }: { readonly documentNumber: string }): string => demoId<'subject'>(`citizen:${documentNumber}`);

// An entity that was there before the demonstration keeps its id, so the key is asked for it.
async function seedOfficer(tx: Tx, { entity: key, ...officer }: (typeof demoOfficers)[number], passwordHash: string, keys: Keys | undefined): Promise<void> {
  const id = demoOfficerId(officer.username), found = await findAccount(tx, id), entity = await findEntityByKey(tx, key);
  invariant(entity, 'an entity that was just written is there');
  if (!found) await insertOfficer(tx, { ...officer, id, entityId: entity.id, passwordHash, mustChangePassword: false, isDemo: true }, joined);
  if (keys && !found?.totpSealed) await updateTotp(tx, id, seal(keys, `totp.${id}`, totpSecretOf(officer.username)), undefined);
}

const totpSecretOf = (username: string): string => createHash('sha1').update(`ventanilla-demo:${username}`).digest('base64');
