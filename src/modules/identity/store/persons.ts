import type { Person } from '#kernel/access.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import { fullName, type CitizenClaims } from '../domain/claims.ts';

/** A row of `identity.person`, as every statement here selects it. */
export type PersonRow = {
  readonly id: PersonId; readonly kind: Person['kind']; readonly entity_id: EntityId | null; readonly name: string; readonly roles: Person['roles']; readonly units: string[];
  readonly email: string | null; readonly phone: string | null; readonly document_type: string | null; readonly document_number: string | null;
  readonly document_complement: string | null; readonly birth_date: string | null; readonly disabled_at: Date | null;
};

/** The columns of a `PersonRow`; the table is called `p`. */
export const personColumns = `p.id, p.kind, p.entity_id, p.name, p.roles, p.units, p.email, p.phone, p.document_type, p.document_number, p.document_complement,
  p.birth_date::text, p.disabled_at`;

/** A person as every module sees them. */
export function toPerson(row: PersonRow): Person {
  return {
    id: row.id, kind: row.kind, name: row.name, roles: row.roles, units: row.units,
    ...(row.entity_id === null ? {} : { entityId: row.entity_id }),
    ...(row.email === null ? {} : { email: row.email }), ...(row.phone === null ? {} : { phone: row.phone }),
    ...(row.birth_date === null ? {} : { birthDate: row.birth_date }), ...documentOf(row),
  };
}

function documentOf({ document_type: type, document_number: number, document_complement: complement }: PersonRow): Pick<Person, 'document'> {
  return type === null || number === null ? {} : { document: { type, number, ...(complement === null ? {} : { complement }) } };
}

/** The person with this id, also when disabled; or nobody. */
export async function findPersonRow(db: Db, id: PersonId): Promise<PersonRow | undefined> {
  const [row] = await db.rows<PersonRow>(`select ${personColumns} from identity.person p where p.id = $1`, [id]);
  return row;
}

/** The citizen whom a provider knows by this name, locked. */
export async function lockLinkedCitizen(tx: Tx, issuer: string, subject: string): Promise<PersonRow | undefined> {
  const [row] = await tx.rows<PersonRow>(`
    select ${personColumns} from identity.citizen_link l join identity.person p on p.id = l.person_id
    where l.issuer = $1 and l.subject = $2 for update of p`, [issuer, subject]);
  return row;
}

/** The citizen with this document, and under which issuers they are known; locked. */
export async function lockCitizenByDocument(tx: Tx, { document }: CitizenClaims): Promise<(PersonRow & { readonly issuers: string[] }) | undefined> {
  const [row] = await tx.rows<PersonRow & { issuers: string[] }>(`
    select ${personColumns}, array(select issuer from identity.citizen_link l where l.person_id = p.id) as issuers
    from identity.person p where p.kind = 'citizen' and p.document_type = $1 and p.document_number = $2 and coalesce(p.document_complement, '') = $3 for update`,
  [document.type, document.number, document.complement ?? '']);
  return row;
}

/** Writes a new citizen. */
export async function insertCitizen(tx: Tx, id: PersonId, claims: CitizenClaims, now: Date): Promise<void> {
  await tx.rows(`
    insert into identity.person (id, kind, name, roles, email, phone, document_type, document_number, document_complement, birth_date, created_at)
    values ($1, 'citizen', $2, '{applicant}', $3, $4, $5, $6, $7, $8, $9)`,
  [id, fullName(claims), claims.email, claims.phone, claims.document.type, claims.document.number, claims.document.complement, claims.birthDate, now]);
}

/** Remembers under which name a provider knows a citizen. */
export async function linkCitizen(tx: Tx, id: PersonId, issuer: string, subject: string, now: Date): Promise<void> {
  await tx.rows('insert into identity.citizen_link (issuer, subject, person_id, linked_at) values ($1, $2, $3, $4)', [issuer, subject, id, now]);
}

/** Keeps name and addresses as the provider has them now. */
export async function refreshCitizen(tx: Tx, id: string, claims: CitizenClaims): Promise<void> {
  await tx.rows(`
    update identity.person set name = $2, email = coalesce($3, email), phone = coalesce($4, phone), birth_date = coalesce(birth_date, $5::date) where id = $1`,
  [id, fullName(claims), claims.email, claims.phone, claims.birthDate]);
}
