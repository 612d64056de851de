import type { Person } from '#kernel/access.ts';
import { invariant } from '#kernel/errors/index.ts';
import { isUniqueViolation, type Db, type Tx } from '#kernel/db/index.ts';
import { newId, type PersonId } from '#kernel/ids.ts';
import type { CitizenClaims } from '../domain/claims.ts';
import { refuse } from '../errors.ts';
import { findPersonRow, insertCitizen, linkCitizen, lockCitizenByDocument, lockLinkedCitizen, refreshCitizen, toPerson, type PersonRow } from '../store/persons.ts';

/**
 * The person behind what a provider vouches for; new ones are written down. A provider knows a citizen by its own name (`sub`); document and
 * birth date must go on agreeing with what we have, because files belong to a person and not to an account.
 */
export async function admitCitizen(db: Db, issuer: string, claims: CitizenClaims, now: Date): Promise<Person> {
  const admit = () => db.transaction((tx) => admitIn(tx, issuer, claims, now));
  try {
    return await admit();
  } catch (caught) {
    if (isUniqueViolation(caught)) return admit(); // two first logins at once: the second finds what the first wrote
    throw caught;
  }
}

async function admitIn(tx: Tx, issuer: string, claims: CitizenClaims, now: Date): Promise<Person> {
  const linked = await lockLinkedCitizen(tx, issuer, claims.subject);
  const id = linked ? agreeing(linked, claims) : await joinCitizen(tx, issuer, claims, now);
  await refreshCitizen(tx, id, claims);
  const row = await findPersonRow(tx, id);
  invariant(row, 'a citizen who was just written is there');
  if (row.disabled_at !== null) refuse('account_disabled');
  return toPerson(row);
}

// A document that another account of the same provider owns already is a conflict that people must settle; another provider may join.
async function joinCitizen(tx: Tx, issuer: string, claims: CitizenClaims, now: Date): Promise<PersonId> {
  const known = await lockCitizenByDocument(tx, claims);
  if (known?.issuers.includes(issuer)) return refuse('document_changed');
  const id = known ? agreeing(known, claims) : newId<'person'>(now);
  if (!known) await insertCitizen(tx, id, claims, now);
  await linkCitizen(tx, id, issuer, claims.subject, now);
  return id;
}

function agreeing(row: PersonRow, { document, birthDate }: CitizenClaims): PersonId {
  const sameDocument = row.document_type === document.type && row.document_number === document.number && (row.document_complement ?? undefined) === document.complement;
  const sameBirth = row.birth_date === null || birthDate === undefined || row.birth_date === birthDate;
  return sameDocument && sameBirth ? row.id : refuse('document_changed');
}
