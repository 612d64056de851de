import { PDF, SignatureError, TimestampError } from '@libpdf/core';
import { isRefusal } from '#kernel/errors/index.ts';
import { refuse } from '../errors.ts';
import { findPdfSignatures } from '../verifying/pdf-signature.ts';
import { checkSeal } from '../verifying/seal-check.ts';
import type { Seal, Sealing } from './sealing.ts';

/**
 * Seals a printed sheet: PAdES baseline B-T (ETSI EN 319 142-1), as an update after the sheet's own bytes, so that the PDF/A stays as
 * it was. The time that counts is the authority's; `at` is only what the entity claims. A seal by somebody else's authorities is
 * checked before anybody gets it.
 */
export async function sealPdf(pdf: Buffer, seal: Seal, sealing: Pick<Sealing, 'timestamps' | 'roots'>, at: Date): Promise<Buffer> {
  const sealed = await sign(pdf, seal, sealing, at);
  if (!seal.words.demonstration) await demandTrusted(sealed, sealing.roots, at);
  return sealed;
}

async function sign(pdf: Buffer, seal: Seal, { timestamps }: Pick<Sealing, 'timestamps'>, at: Date): Promise<Buffer> {
  const document = await PDF.load(pdf);
  try {
    const { bytes } = await document.sign({
      signer: seal.signer, level: 'B-T', timestampAuthority: timestamps, signingTime: at, fieldName: 'Sello',
      reason: 'Sello de la entidad emisora', estimatedSize: signatureBytesMax,
    });
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (caught) {
    if (isRefusal(caught) || caught instanceof SignatureError) throw caught;
    return refuse(caught instanceof TimestampError ? 'timestamp_unavailable' : 'seal_unavailable', {}, caught);
  }
}

// Room for the certificates of the seal and of an authority of time with a chain of three, RSA keys included.
const signatureBytesMax = 12_288;

async function demandTrusted(sealed: Buffer, roots: Sealing['roots'], at: Date): Promise<void> {
  const [signature] = findPdfSignatures(sealed);
  const check = signature && (await checkSeal(signature, roots, at));
  if (check?.trusted !== true || check.sealedAt === undefined) refuse('seal_untrusted');
}
