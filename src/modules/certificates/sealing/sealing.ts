import type { Signer, TimestampAuthority } from '@libpdf/core';
import type { SealWords } from '../domain/seal-words.ts';

/** An entity's electronic seal: what the sheet says about it, and the key that makes it, which may live in a device. */
export type Seal = { readonly words: SealWords; readonly signer: Signer };

/** Everything that sealing needs: each entity's seal, an authority of time (RFC 3161), and the roots that both lead to. */
export type Sealing = {
  /** Refuses with `certificates.no_seal` where the entity has none. */
  readonly sealFor: (entity: { readonly id: string; readonly name: string }) => Promise<Seal>;
  readonly timestamps: TimestampAuthority;
  /** Certificates (DER) that a checked file must lead to: of the seals and of the authority of time. */
  readonly roots: readonly Uint8Array[];
};
