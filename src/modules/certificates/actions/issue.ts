import { createHash } from 'node:crypto';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId, shortCode } from '#kernel/ids.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import type { Certificate, CertificateRequest } from '../domain/certificate.ts';
import { givenFrom } from '../domain/given.ts';
import { messagesOfIssue } from '../events.ts';
import type { FileStore } from '../files.ts';
import type { Renderer } from '../rendering/renderer.ts';
import { sealPdf } from '../sealing/seal-pdf.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { findByKey } from '../store/find.ts';
import { insertCertificate } from '../store/insert.ts';
import type { Source } from '../store/insert.ts';

/** What issuing needs; `origin` gives the public address of the site, which the sheet prints. */
export type IssueDeps = { readonly renderer: Renderer; readonly sealing: Sealing; readonly files: FileStore; readonly origin: () => string };

/**
 * Prints, seals, keeps and registers a certificate, and announces it. The same case and element always give the same one, also when
 * asked at the same time: one is registered, the others get it. Call it outside a transaction, because the seal and the authority of
 * time may be elsewhere; the bytes are safe in the file store before the register names them.
 */
export async function issueCertificate(deps: IssueDeps, db: Db, request: CertificateRequest, now: Date): Promise<Certificate> {
  const key = { entityId: request.entity.id, caseId: request.caseId, element: request.element };
  const before = await findByKey(db, key);
  if (before !== undefined) return before;
  const made = await make(deps, request, now);
  if (await register(db, made)) return made.certificate;
  const other = await findByKey(db, key);
  invariant(other, 'a certificate that is not registered has lost to another of the same key: two random codes never meet');
  return other;
}

type Made = { readonly certificate: Certificate; readonly source: Source };

async function make({ renderer, sealing, files, origin }: IssueDeps, request: CertificateRequest, now: Date): Promise<Made> {
  const seal = await sealing.sealFor(request.entity);
  const given = givenFrom(request, { code: shortCode(), issuedAt: now, origin: origin(), seal: seal.words });
  const { pdf, title, facts } = renderer.render({ template: request.template, given, at: now });
  const sealed = await sealPdf(pdf, seal, sealing, now);
  const [file, template] = await Promise.all([files.put(sealed), files.put(Buffer.from(request.template))]);
  const { entity, caseId, element, procedure, holder, validUntil } = request;
  const certificate = {
    id: newId<'certificate'>(now), entityId: entity.id, entityName: entity.name, code: given.code, caseId, element, procedure, holder, title, facts,
    issuedAt: now, sha256: file.sha256, bytes: file.bytes, unsignedSha256: createHash('sha256').update(pdf).digest('hex'), seal: seal.words,
    ...(validUntil === undefined ? {} : { validUntil }),
  };
  return { certificate, source: { given, templateSha256: template.sha256 } };
}

const register = (db: Db, { certificate, source }: Made): Promise<boolean> => db.transaction(async (tx) => {
  const isNew = await insertCertificate(tx, certificate, source);
  if (isNew) await enqueue(tx, messagesOfIssue(certificate));
  return isNew;
});
