import type { SealCheck } from '../verifying/seal-check.ts';
import type { Certificate } from './certificate.ts';
import { standingAt } from './standing.ts';
import type { Standing } from './standing.ts';

/** What a checked file turned out to be. */
export type Verdict =
  /** Byte for byte what was issued; whether it still counts is its standing. */
  | { readonly kind: 'authentic'; readonly certificate: Certificate; readonly standing: Standing; readonly seal?: SealCheck }
  /** Begins with a document of ours, whole, and goes on with something that came later. */
  | { readonly kind: 'extended'; readonly certificate: Certificate }
  /** Carries a seal or a code of ours over other bytes. */
  | { readonly kind: 'altered'; readonly certificate?: Certificate }
  /** A whole seal that leads to our roots, over a document that the register does not have. */
  | { readonly kind: 'unregistered'; readonly seal: SealCheck }
  | { readonly kind: 'foreign' };

/** What was found out about a file. */
export type Evidence = {
  /** The certificate whose file it is, byte for byte. */
  readonly exact?: Certificate;
  /** The certificate whose file is the beginning of it. */
  readonly prefix?: Certificate;
  /** A certificate whose code it names. */
  readonly named?: Certificate;
  /** Its last seal, and whether that seal covers the whole file. */
  readonly seal?: SealCheck & { readonly coversAll: boolean };
  /** Whether the seal says that one of our roots vouches for its signer, true or not. */
  readonly claimsOurRoot: boolean;
};

/** Decides; the first that applies wins, from the strongest proof to the weakest. Nothing but the register makes a file authentic. */
export function judge(evidence: Evidence, now: Date): Verdict {
  const { exact, prefix, named, seal, claimsOurRoot } = evidence;
  if (exact !== undefined) return { kind: 'authentic', certificate: exact, standing: standingAt(exact, now), ...(seal === undefined ? {} : { seal }) };
  if (prefix !== undefined) return { kind: 'extended', certificate: prefix };
  if (named !== undefined) return { kind: 'altered', certificate: named };
  if (seal?.trusted === true && seal.coversAll) return { kind: 'unregistered', seal };
  return seal?.trusted === true || claimsOurRoot ? { kind: 'altered' } : { kind: 'foreign' };
}
