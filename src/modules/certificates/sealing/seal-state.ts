import { X509Certificate } from 'node:crypto';
import type { Sealing } from './sealing.ts';

/** The seal of an entity as an administrator asks about it. */
export type SealState = {
  /** Whether it is one of the demonstration, without legal value. */
  readonly demonstration: boolean;
  /** When the certificate of its key ends: nothing can be sealed afterwards. */
  readonly until: Date;
};

/** Opens the seal and reads its certificate; refuses as sealing itself would, with what to do. */
export async function sealState(sealing: Sealing, entity: { readonly id: string; readonly name: string }): Promise<SealState> {
  const { words, signer } = await sealing.sealFor(entity);
  return { demonstration: words.demonstration, until: new Date(new X509Certificate(signer.certificate).validTo) };
}
