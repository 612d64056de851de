import { createHash } from 'node:crypto';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { CertificateId } from '#kernel/ids.ts';
import type { Certificate } from '../domain/certificate.ts';
import { refuse } from '../errors.ts';
import type { FileStore } from '../files.ts';
import type { Renderer } from '../rendering/renderer.ts';
import { findById } from '../store/find.ts';
import { findSource } from '../store/source.ts';

/** A sealed file as it was first given out: the same bytes every time. `filename` is for whoever saves it. */
export type CertificateFile = { readonly certificate: Certificate; readonly bytes: Buffer; readonly filename: string };

/** Gives the file again. Who may have it is decided by whoever calls. */
export async function openCertificateFile(files: FileStore, db: Db, id: CertificateId): Promise<CertificateFile> {
  const certificate = (await findById(db, id)) ?? refuse('not_found');
  const bytes = await files.open(certificate.sha256);
  invariant(hashOf(bytes) === certificate.sha256, 'a kept file has the bytes it was kept with');
  return { certificate, bytes, filename: `${certificate.code}.pdf` };
}

/** Whether printing again what is stored gives the very sheet that was sealed: for audits, and to notice a compiler that prints otherwise. */
export async function printsTheSame(deps: { readonly files: FileStore; readonly renderer: Renderer }, db: Db, id: CertificateId): Promise<boolean> {
  const certificate = (await findById(db, id)) ?? refuse('not_found');
  const source = await findSource(db, id);
  invariant(source, 'a certificate has its source in the same row');
  const template = (await deps.files.open(source.templateSha256)).toString('utf8');
  const { pdf } = deps.renderer.render({ template, given: source.given, at: certificate.issuedAt });
  return hashOf(pdf) === certificate.unsignedSha256;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
