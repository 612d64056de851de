import type { Db } from '#kernel/db/index.ts';
import type { CaseId, CertificateId, EntityId } from '#kernel/ids.ts';
import type { Certificate } from '../domain/certificate.ts';
import { selectCertificate, toCertificate } from './rows.ts';
import type { CertificateRow } from './rows.ts';

/** The certificate of an element of a case, whoever asked first. */
export const findByKey = (db: Db, key: { readonly entityId: EntityId; readonly caseId: CaseId; readonly element: string }): Promise<Certificate | undefined> =>
  findOne(db, 'c.entity_id = $1 and c.case_id = $2 and c.element = $3', [key.entityId, key.caseId, key.element]);

/** By its id, whatever the entity. */
export const findById = (db: Db, id: CertificateId): Promise<Certificate | undefined> => findOne(db, 'c.id = $1', [id]);

/** By its printed code, already in the printed form (`parseCode`). */
export const findByCode = (db: Db, code: string): Promise<Certificate | undefined> => findOne(db, 'c.code = $1', [code]);

/** By the hash of a sealed file, 64 hexadecimal digits. */
export const findByHash = (db: Db, sha256: string): Promise<Certificate | undefined> => findOne(db, 'c.sha256 = $1', [sha256]);

/** Everything issued in a case, oldest first. */
export const findByCase = async (db: Db, caseId: CaseId): Promise<Certificate[]> =>
  (await db.rows<CertificateRow>(`${selectCertificate} where c.case_id = $1 order by c.id`, [caseId])).map(toCertificate);

async function findOne(db: Db, condition: string, params: readonly string[]): Promise<Certificate | undefined> {
  const [row] = await db.rows<CertificateRow>(`${selectCertificate} where ${condition}`, params);
  return row && toCertificate(row);
}
