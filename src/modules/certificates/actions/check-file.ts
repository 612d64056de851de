import { createHash } from 'node:crypto';
import type { Db } from '#kernel/db/index.ts';
import type { Certificate } from '../domain/certificate.ts';
import { codesIn } from '../domain/codes-in.ts';
import { judge } from '../domain/verdict.ts';
import type { Evidence, Verdict } from '../domain/verdict.ts';
import { refuse } from '../errors.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { findByCode, findByHash } from '../store/find.ts';
import { findPdfSignatures } from '../verifying/pdf-signature.ts';
import type { PdfSignature } from '../verifying/pdf-signature.ts';
import { checkSeal } from '../verifying/seal-check.ts';
import { issuedUnder } from '../verifying/x509-names.ts';

/** Says what a file is: ours and whole, ours and changed, or not ours. Refuses what is no PDF; keeps nothing of it. */
export async function checkFile(roots: Sealing['roots'], db: Db, bytes: Buffer, now: Date): Promise<Verdict> {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) return refuse('not_pdf');
  return judge(await gather(roots, db, bytes, now), now);
}

async function gather(roots: Sealing['roots'], db: Db, bytes: Buffer, now: Date): Promise<Evidence> {
  const signatures = findPdfSignatures(bytes);
  const last = signatures.at(-1);
  const seal = last && (await checkSeal(last, roots, now));
  const exact = await findByHash(db, hashOf(bytes));
  const evidence = { ...(exact && { exact }), ...(last && seal && { seal: { ...seal, coversAll: last.coversAll } }), claimsOurRoot: seal?.signer !== undefined && issuedUnder(roots, seal.signer) };
  if (exact !== undefined) return evidence;
  const prefix = await findFirst(signatures.filter((one) => !one.coversAll), (one: PdfSignature) => findByHash(db, hashOf(bytes.subarray(0, one.endsAt))));
  const named = await findFirst(codesIn(bytes), (code) => findByCode(db, code));
  return { ...evidence, ...(prefix && { prefix }), ...(named && { named }) };
}

async function findFirst<Clue>(clues: readonly Clue[], find: (clue: Clue) => Promise<Certificate | undefined>): Promise<Certificate | undefined> {
  for (const clue of clues) {
    const found = await find(clue);
    if (found !== undefined) return found;
  }
  return undefined;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
