/** Certificates: the only door. Prints, seals, registers, revokes and checks what comes out of a procedure. */
export { createCertificates } from './certificates.ts';
export type { Certificates, CertificatesDeps } from './certificates.ts';
export { certificatesModule } from './module.ts';
export { printSource } from './rendering/print-source.ts';
export { templateReader } from './rendering/template-reader.ts';
export { openSealing } from './sealing/open-sealing.ts';
export type { Sealing } from './sealing/sealing.ts';
export type { SealState } from './sealing/seal-state.ts';
export { filesIn } from './files.ts';
export type { FileStore } from './files.ts';
export { topics as certificateTopics } from './events.ts';
export type { CertificateTold } from './events.ts';
export type { Certificate, CertificateRequest, Issuer } from './domain/certificate.ts';
export { revocationReasons } from './domain/revocation.ts';
export { standingAt, standingLabel } from './domain/standing.ts';
export type { Renewal, Standing } from './domain/standing.ts';
