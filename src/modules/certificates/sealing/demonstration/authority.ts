import { CryptoKeySigner } from '@libpdf/core';
import type { Clock } from '#kernel/clock.ts';
import { issueX509 } from '../x509.ts';
import type { Keyed, X509Name, X509Use } from '../x509.ts';
import type { Seal, Sealing } from '../sealing.ts';
import { embeddedTimestamps } from '../timestamps/embedded.ts';
import { openKeyring } from './keyring.ts';

// Printed on every sheet that this authority vouches for; the names in its certificates say it too.
const demonstrationWords = 'La autoridad que respalda este sello es de demostración y no tiene valor legal.';

/**
 * A certification authority, a seal for each entity and an authority of time, made once inside `folder`, so that everything runs on a
 * machine without any agreement. Nothing it seals has legal value, and its names say so.
 */
export async function openDemonstration(folder: string, clock: Clock): Promise<Sealing> {
  const keyring = await openKeyring(folder);
  const from = new Date(clock.now().getTime() - 86_400_000);
  const root = await keyring.keep('autoridad', () => issueX509({ subject: nameOf('Autoridad raíz'), use: 'authority', from, days: 20 * 365 }));
  const under = (name: string, commonName: string, use: X509Use): Promise<Keyed> =>
    keyring.keep(name, () => issueX509({ subject: nameOf(commonName), use, issuer: root, from, days: 10 * 365 }));
  const stamper = await under('tiempo', 'Autoridad de tiempo', 'timestamp');
  return {
    roots: [root.certificate],
    timestamps: embeddedTimestamps(stamper, [root.certificate], clock),
    sealFor: async (entity) => toSeal(entity.name, await under(`sello-${entity.id}`, entity.name, 'seal'), root.certificate),
  };
}

// A common name has 64 letters at most (RFC 5280, appendix A.1); the warning must be among them. A name that is cut says so, and is cut between words.
const nameOf = (name: string): X509Name =>
  ({ country: 'BO', organization: 'DEMOSTRACIÓN sin valor legal', commonName: `${fitted(name, 64 - warning.length)}${warning}` });
const warning = ' (DEMOSTRACIÓN)';
const fitted = (name: string, lettersMax: number): string => (name.length <= lettersMax ? name : `${name.slice(0, lettersMax - 1).replace(/\s+\S*$/, '')}…`);

const toSeal = (subject: string, { privateKey, certificate }: Keyed, root: Uint8Array): Seal => ({
  words: { subject, authority: demonstrationWords, demonstration: true },
  signer: new CryptoKeySigner(privateKey, certificate, 'EC', 'ECDSA', [root]),
});
