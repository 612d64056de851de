import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signer } from '@libpdf/core';
import type { Clock } from '#kernel/clock.ts';
import { refuse } from '../errors.ts';
import { openDemonstration } from './demonstration/authority.ts';
import { certificatesIn, derOf, sealAround } from './keys/certified.ts';
import { openFileKey } from './keys/file.ts';
import { openPkcs11Key } from './keys/pkcs11.ts';
import type { Sealing } from './sealing.ts';
import { parseSealingSettings } from './settings.ts';
import type { KeyPlace, SealingSettings } from './settings.ts';
import { httpTimestamps } from './timestamps/http.ts';

/**
 * Opens the seals of an installation: those of the settings file where one is named, and otherwise a demonstration authority kept under
 * `dataFolder`. An entity without a seal is refused; it never falls back on the demonstration.
 */
export async function openSealing(place: { readonly dataFolder: string; readonly settingsFile: string | undefined }, clock: Clock): Promise<Sealing> {
  if (place.settingsFile === undefined) return openDemonstration(join(place.dataFolder, 'sellos'), clock);
  return openConfigured(await readSettings(place.settingsFile));
}

async function readSettings(file: string): Promise<SealingSettings> {
  const text = await readFile(file, 'utf8').catch((caught: unknown) =>
    refuse('settings_unusable', { file, reason: 'No se puede leer.', mend: 'Revise la ruta y los permisos.' }, caught));
  const { value, faults } = parseSealingSettings(text, file);
  const [first] = faults;
  return value ?? refuse('settings_unusable', { file, reason: `Línea ${first?.line ?? 1}: ${first?.reason ?? ''}`, mend: first?.mend ?? '' });
}

async function openConfigured(settings: SealingSettings): Promise<Sealing> {
  const roots = certificatesIn(await secretIn(settings.roots)).map(derOf);
  const opened = new Map<KeyPlace, Promise<Signer>>();
  const signerAt = (place: KeyPlace): Promise<Signer> => {
    const signer = opened.get(place) ?? openKey(place);
    opened.set(place, signer);
    signer.catch(() => opened.delete(place)); // a device that was unplugged is asked again next time
    return signer;
  };
  return {
    roots, timestamps: httpTimestamps(settings.timestamp),
    sealFor: async ({ id, name }) => {
      const own = settings.seals.find((seal) => seal.entity === id) ?? settings.seals.find((seal) => seal.entity === '*');
      return own === undefined ? refuse('no_seal', { entity: name }) : sealAround(name, await signerAt(own.place));
    },
  };
}

async function openKey(place: KeyPlace): Promise<Signer> {
  if (place.kind === 'pkcs11') return openPkcs11Key({ ...place, pin: await secretIn(place.pinFile) });
  const passphrase = place.passphraseFile && (await secretIn(place.passphraseFile));
  return openFileKey({ kind: 'file', path: place.path, ...(passphrase === undefined ? {} : { passphrase }) });
}

const secretIn = async (file: string): Promise<string> =>
  (await readFile(file, 'utf8').catch((caught: unknown) => refuse('seal_file_unusable', { file, reason: 'no se puede leer' }, caught))).trimEnd();
