import type { Db } from '#kernel/db/index.ts';
import type { Checked } from '#kernel/faults.ts';
import type { CaseId, CertificateId } from '#kernel/ids.ts';
import { checkFile } from './actions/check-file.ts';
import { issueCertificate } from './actions/issue.ts';
import { openCertificateFile, printsTheSame } from './actions/open-file.ts';
import type { CertificateFile } from './actions/open-file.ts';
import { revokeCertificate } from './actions/revoke.ts';
import type { RevocationOrder } from './actions/revoke.ts';
import type { Certificate, CertificateRequest } from './domain/certificate.ts';
import { parseCode } from './domain/code.ts';
import type { Verdict } from './domain/verdict.ts';
import type { FileStore } from './files.ts';
import { createRenderer } from './rendering/renderer.ts';
import { parseTemplate } from './rendering/template.ts';
import type { CertificateTemplate, SampleCase } from './rendering/template.ts';
import { sealState, type SealState } from './sealing/seal-state.ts';
import type { Sealing } from './sealing/sealing.ts';
import { findByCase, findByCode, findById } from './store/find.ts';

/** What the module needs of others. `origin` gives the public address of the site, such as `https://tramites.example.bo`: sheets print it. */
export type CertificatesDeps = { readonly sealing: Sealing; readonly files: FileStore; readonly origin: () => string };

/** Everything that can be done with certificates. */
export type Certificates = {
  /** Issues once for each case and element; outside a transaction. See `issueCertificate`. */
  readonly issue: (db: Db, request: CertificateRequest, now: Date) => Promise<Certificate>;
  /** Ends one for good, by an officer of its entity. */
  readonly revoke: (db: Db, order: RevocationOrder, now: Date) => Promise<Certificate>;
  readonly find: (db: Db, id: CertificateId) => Promise<Certificate | undefined>;
  /** By the code as somebody typed it. */
  readonly findByCode: (db: Db, typed: string) => Promise<Certificate | undefined>;
  /** Everything issued in a case, oldest first. */
  readonly findByCase: (db: Db, caseId: CaseId) => Promise<Certificate[]>;
  /** The sealed file, the same bytes every time. */
  readonly openFile: (db: Db, id: CertificateId) => Promise<CertificateFile>;
  readonly checkFile: (db: Db, bytes: Buffer, now: Date) => Promise<Verdict>;
  /** Whether what is stored prints the very sheet that was sealed. */
  readonly printsTheSame: (db: Db, id: CertificateId) => Promise<boolean>;
  /** Whether an entity's seal can be opened, of which kind it is and until when; refuses as issuing would. */
  readonly sealOf: (entity: { readonly id: string; readonly name: string }) => Promise<SealState>;
  /** Reads a certificate.typ and tries it with a sample; faults say line, reason and mend. */
  readonly parseTemplate: (text: string, file: string, sample: SampleCase) => Checked<CertificateTemplate>;
};

/** Makes the module's actions; the compiler of sheets starts with the first one. */
export function createCertificates({ sealing, files, origin }: CertificatesDeps): Certificates {
  const renderer = createRenderer();
  return {
    issue: (db, request, now) => issueCertificate({ renderer, sealing, files, origin }, db, request, now),
    revoke: revokeCertificate,
    find: findById,
    findByCode: async (db, typed) => {
      const code = parseCode(typed);
      return code === undefined ? undefined : findByCode(db, code);
    },
    findByCase,
    openFile: (db, id) => openCertificateFile(files, db, id),
    checkFile: (db, bytes, now) => checkFile(sealing.roots, db, bytes, now),
    printsTheSame: (db, id) => printsTheSame({ files, renderer }, db, id),
    sealOf: (entity) => sealState(sealing, entity),
    parseTemplate: (text, file, sample) => parseTemplate(renderer, text, file, sample),
  };
}
