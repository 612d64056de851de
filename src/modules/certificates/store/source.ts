import type { Db } from '#kernel/db/index.ts';
import type { CertificateId } from '#kernel/ids.ts';
import type { Source } from './insert.ts';

/** What a certificate was printed from. */
export async function findSource(db: Db, id: CertificateId): Promise<Source | undefined> {
  const [row] = await db.rows<Source>('select given, template_sha256 as "templateSha256" from certificates.certificate where id = $1', [id]);
  return row;
}
