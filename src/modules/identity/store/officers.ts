import type { Db } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { OfficerRole } from '../domain/officer-roles.ts';
import { personColumns, type PersonRow } from './persons.ts';

/** What is kept to check an officer's password and code. */
export type OfficerAccount = {
  readonly personId: PersonId; readonly username: string; readonly passwordHash: string; readonly mustChangePassword: boolean;
  readonly totpSealed: Buffer | null; readonly totpLastStep: number | null; readonly isDemo: boolean; readonly isDisabled: boolean;
};

const accountColumns = `o.person_id as "personId", o.username, o.password_hash as "passwordHash", o.must_change_password as "mustChangePassword", o.totp_sealed as "totpSealed",
  o.totp_last_step::int as "totpLastStep", o.is_demo as "isDemo", p.disabled_at is not null as "isDisabled"`;

/** The account with this user name. */
export async function findAccountByUsername(db: Db, username: string): Promise<OfficerAccount | undefined> {
  const [row] = await db.rows<OfficerAccount>(`select ${accountColumns} from identity.officer o join identity.person p on p.id = o.person_id where o.username = $1`, [username]);
  return row;
}

/** The account of this person. */
export async function findAccount(db: Db, personId: PersonId): Promise<OfficerAccount | undefined> {
  const [row] = await db.rows<OfficerAccount>(`select ${accountColumns} from identity.officer o join identity.person p on p.id = o.person_id where o.person_id = $1`, [personId]);
  return row;
}

/** An officer to be written. */
export type NewOfficer = {
  readonly id: PersonId; readonly entityId: EntityId; readonly username: string; readonly name: string; readonly email?: string | undefined; readonly roles: readonly OfficerRole[];
  readonly units: readonly string[]; readonly passwordHash: string; readonly mustChangePassword: boolean; readonly isDemo: boolean;
};

/** Writes a person who is an officer, and their account, in one statement. */
export async function insertOfficer(db: Db, made: NewOfficer, now: Date): Promise<void> {
  await db.rows(`
    with person as (
      insert into identity.person (id, kind, entity_id, name, roles, units, email, created_at) values ($1, 'officer', $2, $3, $4, $5, $6, $7) returning id)
    insert into identity.officer (entity_id, person_id, username, password_hash, must_change_password, is_demo) select $2, id, $8, $9, $10, $11 from person`,
  [made.id, made.entityId, made.name, made.roles, made.units, made.email, now, made.username, made.passwordHash, made.mustChangePassword, made.isDemo]);
}

/** Keeps a new password. */
export async function updatePassword(db: Db, personId: PersonId, passwordHash: string, mustChange: boolean): Promise<void> {
  await db.rows('update identity.officer set password_hash = $2, must_change_password = $3 where person_id = $1', [personId, passwordHash, mustChange]);
}

/** Keeps the sealed secret of a second factor with the step that proved it, or removes it. */
export async function updateTotp(db: Db, personId: PersonId, sealed: Buffer | undefined, lastStep: number | undefined): Promise<void> {
  await db.rows('update identity.officer set totp_sealed = $2, totp_last_step = $3 where person_id = $1', [personId, sealed, lastStep]);
}

/** Marks a step of the second factor as used; `false` when it, or a later one, was used already, perhaps at this very moment. */
export async function useTotpStep(db: Db, personId: PersonId, step: number): Promise<boolean> {
  const rows = await db.rows('update identity.officer set totp_last_step = $2 where person_id = $1 and coalesce(totp_last_step, 0) < $2 returning 1', [personId, step]);
  return rows.length > 0;
}

/** Forgets the used steps that are later than this one. */
export async function forgetStepsAfter(db: Db, step: number): Promise<void> {
  await db.rows('update identity.officer set totp_last_step = $1 where totp_last_step > $1', [step]);
}

/** Replaces the recovery codes of a person. */
export async function replaceRecoveryCodes(db: Db, personId: PersonId, hashes: readonly string[]): Promise<void> {
  await db.rows('delete from identity.recovery_code where person_id = $1', [personId]);
  await db.rows('insert into identity.recovery_code (person_id, code_hash) select $1, unnest($2::text[])', [personId, hashes]);
}

/** Uses up a recovery code; says whether it was one. */
export async function useRecoveryCode(db: Db, personId: PersonId, hash: string): Promise<boolean> {
  const rows = await db.rows('delete from identity.recovery_code where person_id = $1 and code_hash = $2 returning 1', [personId, hash]);
  return rows.length > 0;
}

/** An officer in the administrator's list. */
export type OfficerRow = PersonRow & { readonly username: string; readonly has_totp: boolean };

const listed = `select ${personColumns}, o.username, o.totp_sealed is not null as has_totp from identity.officer o join identity.person p on p.id = o.person_id`;

/** Officers of an entity by user name: `limit` of them after `afterUsername`. */
export async function listOfficers(db: Db, entityId: EntityId, limit: number, afterUsername = ''): Promise<OfficerRow[]> {
  return db.rows<OfficerRow>(`${listed} where o.entity_id = $1 and o.username > $2 order by o.username limit $3`, [entityId, afterUsername, limit]);
}

/** One officer of an entity. */
export async function findOfficerRow(db: Db, entityId: EntityId, personId: PersonId): Promise<OfficerRow | undefined> {
  const [row] = await db.rows<OfficerRow>(`${listed} where o.entity_id = $1 and o.person_id = $2`, [entityId, personId]);
  return row;
}

/** Officers in service who take the tasks of a unit, by name. */
export async function listUnit(db: Db, entityId: EntityId, unit: string): Promise<PersonRow[]> {
  return db.rows<PersonRow>(`
    select ${personColumns} from identity.person p
    where p.kind = 'officer' and p.entity_id = $1 and p.units @> array[$2] and p.disabled_at is null order by p.name, p.id`, [entityId, unit]);
}

const withRoleMax = 100;

/** Officers in service who have a role, by name; of one entity, or of every one. */
export async function listWithRole(db: Db, role: OfficerRole, entityId: EntityId | undefined): Promise<PersonRow[]> {
  return db.rows<PersonRow>(`
    select ${personColumns} from identity.person p
    where p.kind = 'officer' and p.roles @> array[$1] and ($2::uuid is null or p.entity_id = $2) and p.disabled_at is null order by p.name, p.id limit ${withRoleMax}`, [role, entityId ?? null]);
}

/** Names of the units that have officers in service. */
export async function listUnits(db: Db, entityId: EntityId): Promise<string[]> {
  const rows = await db.rows<{ unit: string }>(`
    select distinct unnest(p.units) as unit from identity.person p where p.kind = 'officer' and p.entity_id = $1 and p.disabled_at is null order by unit`, [entityId]);
  return rows.map(({ unit }) => unit);
}

/** Gives an officer these roles and units. */
export async function updateAccess(db: Db, personId: PersonId, access: { readonly roles: readonly OfficerRole[]; readonly units: readonly string[] }): Promise<void> {
  await db.rows('update identity.person set roles = $2, units = $3 where id = $1', [personId, access.roles, access.units]);
}

/** Takes an officer out of service at an instant, or puts them back. */
export async function updateDisabled(db: Db, personId: PersonId, disabledAt: Date | undefined): Promise<void> {
  await db.rows('update identity.person set disabled_at = $2 where id = $1', [personId, disabledAt]);
}
