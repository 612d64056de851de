import type { Account } from 'oidc-provider';
import type { Db } from '#kernel/db/index.ts';
import { verifyPassword } from '../domain/password.ts';

/** A person whom the stand-in of Ciudadanía Digital knows. `documentNumber` carries the complement after a hyphen; `birthDate` is `YYYY-MM-DD`. */
export type ProviderAccount = {
  readonly subject: string; readonly documentType: 'CI' | 'CIE'; readonly documentNumber: string; readonly givenNames: string; readonly firstSurname?: string | undefined;
  readonly secondSurname?: string | undefined; readonly birthDate: string; readonly email: string; readonly phone: string;
};

/** Writes a person of the stand-in; one with the same document stays as it is. */
export async function insertProviderAccount(db: Db, made: ProviderAccount, passwordHash: string): Promise<void> {
  await db.rows(`
    insert into identity.oidc_account (subject, document_type, document_number, given_names, first_surname, second_surname, birth_date, email, phone, password_hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
  [made.subject, made.documentType, made.documentNumber, made.givenNames, made.firstSurname, made.secondSurname, made.birthDate, made.email, made.phone, passwordHash]);
}

/** The subject whose number and password these are; takes as long when there is nobody with this number. */
export async function checkProviderLogin(db: Db, documentNumber: string, password: string): Promise<string | undefined> {
  const [row] = await db.rows<{ subject: string; hash: string }>('select subject, password_hash as hash from identity.oidc_account where document_number = $1', [documentNumber]);
  return await verifyPassword(password, row?.hash) ? row?.subject : undefined;
}

type Row = {
  readonly subject: string; readonly document_type: string; readonly document_number: string; readonly given_names: string; readonly first_surname: string | null;
  readonly second_surname: string | null; readonly birth: string; readonly email: string | null; readonly phone: string | null;
};

/** The account of a subject with its claims in the shape of Ciudadanía Digital: document and name nested in `profile`, dates DD/MM/YYYY. */
export async function findProviderAccount(db: Db, subject: string): Promise<Account | undefined> {
  const [row] = await db.rows<Row>(`
    select subject, document_type, document_number, given_names, first_surname, second_surname, to_char(birth_date, 'DD/MM/YYYY') as birth, email, phone
    from identity.oidc_account where subject::text = $1`, [subject]);
  return row && { accountId: row.subject, claims: async () => claimsOf(row) };
}

function claimsOf(row: Row): Record<string, unknown> {
  return {
    sub: row.subject,
    profile: {
      documento_identidad: { numero_documento: row.document_number, tipo_documento: row.document_type },
      nombre: {
        nombres: row.given_names, ...(row.first_surname === null ? {} : { primer_apellido: row.first_surname }),
        ...(row.second_surname === null ? {} : { segundo_apellido: row.second_surname }),
      },
    },
    fecha_nacimiento: row.birth, email: row.email, celular: row.phone,
  };
}

/** The people whom a demonstration offers on its login page. */
export async function listProviderAccounts(db: Db, limit: number): Promise<{ readonly documentNumber: string; readonly name: string }[]> {
  return db.rows(`
    select document_number as "documentNumber", concat_ws(' ', given_names, first_surname, second_surname) as name
    from identity.oidc_account order by given_names, document_number limit $1`, [limit]);
}
