import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import { isUniqueViolation, type Db } from '#kernel/db/index.ts';
import { newId, shortCode, type EntityId, type PersonId } from '#kernel/ids.ts';
import { hashPassword } from '../domain/password.ts';
import { passwordFault } from '../domain/password-rule.ts';
import { parseUsername } from '../domain/username.ts';
import { rolesGivenIn, type OfficerRole } from '../domain/officer-roles.ts';
import { refuse } from '../errors.ts';
import { findEntity } from '../store/entities.ts';
import { findAccount, findOfficerRow, insertOfficer, replaceRecoveryCodes, updateAccess, updateDisabled, updatePassword, updateTotp, type OfficerRow } from '../store/officers.ts';
import { deleteSessionsOf } from '../store/sessions.ts';

/** What an administrator says of a new officer. */
export type OfficerDraft = {
  readonly entityId: EntityId; readonly username: string; readonly name: string; readonly email?: string | undefined; readonly roles: readonly OfficerRole[]; readonly units: readonly string[];
};

/**
 * Adds an officer, with a first password that they must change; it is given back this once and kept only as a hash. `by` is absent on the command line.
 * Refuses a user name that is taken or can't be one, and a role that the administrator's entity does not give.
 */
export async function createOfficer(db: Db, draft: OfficerDraft, by: Person | undefined, now: Date): Promise<{ readonly id: PersonId; readonly password: string }> {
  await refuseReaching(db, draft.roles, by);
  const username = parseUsername(draft.username) ?? refuse('username_wrong', { username: draft.username });
  const id = newId<'person'>(now), password = firstPassword(), passwordHash = await hashPassword(password);
  try {
    await db.transaction(async (tx) => {
      await insertOfficer(tx, { ...draft, id, username, passwordHash, mustChangePassword: true, isDemo: false }, now);
      await audit(tx, { action: 'identity.officer_created', subject: `person:${id}`, person: by, entityId: draft.entityId, detail: { roles: draft.roles, units: draft.units } });
    });
  } catch (caught) {
    if (isUniqueViolation(caught, 'officer_username_key')) return refuse('username_taken', {}, caught);
    throw caught;
  }
  return { id, password };
}

/** Keeps the password that an officer chose, and closes their other sessions. Refuses one that is too weak. */
export async function setPassword(db: Db, personId: PersonId, password: string, by: Person | undefined, keepSessionId?: string): Promise<void> {
  const account = (await findAccount(db, personId)) ?? refuse('person_not_found');
  const fault = passwordFault(password, account.username);
  if (fault !== undefined) refuse('password_weak', { fault });
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await updatePassword(tx, personId, passwordHash, false);
    await deleteSessionsOf(tx, personId, keepSessionId);
    await audit(tx, { action: 'identity.password_changed', subject: `person:${personId}`, person: by });
  });
}

/** Gives an officer a new first password and takes away the second factor, for somebody who lost both; closes their sessions. */
export async function resetOfficer(db: Db, personId: PersonId, by: Person | undefined): Promise<{ readonly password: string }> {
  const password = firstPassword(), passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await updatePassword(tx, personId, passwordHash, true);
    await updateTotp(tx, personId, undefined, undefined);
    await replaceRecoveryCodes(tx, personId, []);
    await deleteSessionsOf(tx, personId);
    await audit(tx, { action: 'identity.officer_reset', subject: `person:${personId}`, person: by });
  });
  return { password };
}

/** Gives an officer other roles and units; a role that the administrator's entity does not give can only be kept. Their sessions are closed: the next one begins with the new rights. */
export async function setOfficerAccess(db: Db, personId: PersonId, access: { readonly roles: readonly OfficerRole[]; readonly units: readonly string[] }, by: Person | undefined): Promise<void> {
  if (by?.id === personId && !access.roles.includes('admin')) refuse('not_yourself');
  await refuseReaching(db, access.roles, by, personId);
  await db.transaction(async (tx) => {
    await updateAccess(tx, personId, access);
    await deleteSessionsOf(tx, personId);
    await audit(tx, { action: 'identity.access_changed', subject: `person:${personId}`, person: by, detail: access });
  });
}

// Otherwise whoever administers any entity could make themselves the agency that revises all the others.
async function refuseReaching(db: Db, roles: readonly OfficerRole[], by: Person | undefined, personId?: PersonId): Promise<void> {
  if (by?.entityId === undefined) return;
  const given = await rolesOffered(db, by.entityId), held = personId && (await findOfficerRow(db, by.entityId, personId))?.roles;
  if (roles.some((role) => !given.includes(role) && !held?.includes(role))) refuse('role_not_given');
}

/** The roles that an entity's administrators may give. */
export const rolesOffered = async (db: Db, entityId: EntityId): Promise<readonly OfficerRole[]> => rolesGivenIn((await findEntity(db, entityId))?.key ?? '');

/** Takes an officer out of service and closes their sessions. Their name stays on what they did. */
export async function disableOfficer(db: Db, personId: PersonId, by: Person | undefined, now: Date): Promise<void> {
  if (by?.id === personId) refuse('not_yourself');
  await db.transaction(async (tx) => {
    await updateDisabled(tx, personId, now);
    await deleteSessionsOf(tx, personId);
    await audit(tx, { action: 'identity.officer_disabled', subject: `person:${personId}`, person: by });
  });
}

/** Puts an officer back in service. */
export async function enableOfficer(db: Db, personId: PersonId, by: Person | undefined): Promise<void> {
  await db.transaction(async (tx) => {
    await updateDisabled(tx, personId, undefined);
    await audit(tx, { action: 'identity.officer_enabled', subject: `person:${personId}`, person: by });
  });
}

/** An officer of this entity; those of other entities don't exist for whoever asks. */
export async function getOfficer(db: Db, entityId: EntityId, personId: PersonId | undefined): Promise<OfficerRow> {
  return (personId && await findOfficerRow(db, entityId, personId)) ?? refuse('person_not_found');
}

// Sixteen letters that can be read over a telephone: about 78 bits, until they are changed.
const firstPassword = (): string => shortCode(16);
