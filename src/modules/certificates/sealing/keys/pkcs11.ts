import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Signer } from '@libpdf/core';
import { createCMSECDSASignature } from 'pkijs';
import type * as Pkcs11 from 'pkcs11js';
import { isRefusal } from '#kernel/errors/index.ts';
import { refuse } from '../../errors.ts';
import { certificatesIn, derOf, signingKindOf } from './certified.ts';

/** A key inside a device: its library, the token's label, the key's label, the PIN, and a PEM file with its certificates. */
export type Pkcs11Key = {
  readonly kind: 'pkcs11'; readonly library: string; readonly token: string; readonly key: string; readonly pin: string; readonly certificates: string;
};

/**
 * Opens a key that never leaves its device (PKCS#11 2.40). Refuses with `certificates.pkcs11_missing` where the driver for Node is not
 * built, and with `certificates.pkcs11_not_ready` where the device, token, key or PIN is not as configured.
 */
export async function openPkcs11Key(settings: Pkcs11Key): Promise<Signer> {
  const { default: driver } = await import('pkcs11js').catch((caught: unknown) => refuse('pkcs11_missing', {}, caught));
  const pem = await readFile(settings.certificates, 'utf8').catch((caught: unknown) => notReady('no se pueden leer los certificados', caught));
  const [own, ...chain] = certificatesIn(pem);
  if (own === undefined) return notReady('el archivo de certificados está vacío');
  const { keyType, signatureAlgorithm } = signingKindOf(own);
  const device = openDevice(driver, settings);
  return { keyType, signatureAlgorithm, certificate: derOf(own), certificateChain: chain.map(derOf), sign: oneAtATime((data) => device.sign(keyType, data)) };
}

const notReady = (reason: string, cause?: unknown): never => refuse('pkcs11_not_ready', { reason }, cause);

type Driver = typeof Pkcs11;
type Device = { readonly sign: (keyType: Signer['keyType'], data: Uint8Array) => Promise<Uint8Array> };

function openDevice(driver: Driver, settings: Pkcs11Key): Device {
  const { pkcs11, session } = openSession(driver, settings);
  const key = findKey(driver, pkcs11, session, settings.key);
  return {
    // The device hashes for RSA; for ECDSA it signs a hash made here and answers r‖s, which CMS wants as a sequence (RFC 5753 §7.2).
    sign: async (keyType, data) => {
      const isEc = keyType === 'EC';
      pkcs11.C_SignInit(session, { mechanism: isEc ? driver.CKM_ECDSA : driver.CKM_SHA256_RSA_PKCS }, key);
      const input = isEc ? createHash('sha256').update(data).digest() : Buffer.from(data);
      const signature = new Uint8Array(await pkcs11.C_SignAsync(session, input, Buffer.alloc(signatureBytesMax)));
      return isEc ? new Uint8Array(createCMSECDSASignature(signature.buffer)) : signature;
    },
  };
}

const signatureBytesMax = 1_024;

function openSession(driver: Driver, { library, token, pin }: Pkcs11Key): { readonly pkcs11: Pkcs11.PKCS11; readonly session: Buffer } {
  try {
    const pkcs11 = initialized(driver, library);
    const slot = pkcs11.C_GetSlotList(true).find((one) => pkcs11.C_GetTokenInfo(one).label.trim() === token);
    if (slot === undefined) return notReady(`no está el token «${token}»`);
    const session = pkcs11.C_OpenSession(slot, driver.CKF_SERIAL_SESSION);
    login(driver, pkcs11, session, pin);
    return { pkcs11, session };
  } catch (caught) { return notReadyUnlessRefused(caught); }
}

// One login opens a token for every session of the process: a second key in it finds the door open.
function login(driver: Driver, pkcs11: Pkcs11.PKCS11, session: Buffer, pin: string): void {
  try { pkcs11.C_Login(session, driver.CKU_USER, pin); } catch (caught) {
    if (!(caught instanceof driver.Pkcs11Error && caught.code === driver.CKR_USER_ALREADY_LOGGED_IN)) throw caught;
  }
}

function notReadyUnlessRefused(caught: unknown): never {
  if (isRefusal(caught)) throw caught;
  return notReady('la biblioteca, el token o el PIN no responden como se configuró', caught);
}

// A library lives once in a process, whatever the number of keys in it.
const libraries = new Map<string, Pkcs11.PKCS11>();

function initialized(driver: Driver, library: string): Pkcs11.PKCS11 {
  const known = libraries.get(library);
  if (known !== undefined) return known;
  const pkcs11 = new driver.PKCS11();
  pkcs11.load(library);
  pkcs11.C_Initialize();
  libraries.set(library, pkcs11);
  return pkcs11;
}

function findKey(driver: Driver, pkcs11: Pkcs11.PKCS11, session: Buffer, label: string): Buffer {
  pkcs11.C_FindObjectsInit(session, [{ type: driver.CKA_CLASS, value: driver.CKO_PRIVATE_KEY }, { type: driver.CKA_LABEL, value: label }]);
  const [key] = pkcs11.C_FindObjects(session, 1);
  pkcs11.C_FindObjectsFinal(session);
  return key ?? notReady(`no está la clave «${label}»`);
}

// A session signs one thing at a time (PKCS#11 §11.11): the next begins when the one before has ended, well or badly.
function oneAtATime(work: (data: Uint8Array) => Promise<Uint8Array>): (data: Uint8Array) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  return (data) => {
    const next = last.then(() => work(data), () => work(data));
    last = next;
    return next;
  };
}
