import { createPrivateKey, sign } from 'node:crypto';
import type { KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { P12Signer } from '@libpdf/core';
import type { DigestAlgorithm, Signer } from '@libpdf/core';
import { refuse } from '../../errors.ts';
import { certificatesIn, derOf, signingKindOf } from './certified.ts';

/** A key in a file: PKCS#12, or PEM with the private key and the certificates, the seal's own first. */
export type FileKey = { readonly kind: 'file'; readonly path: string; readonly passphrase?: string };

/** Reads the key once; refuses with `certificates.seal_file_unusable`, which names the file and never what is in it. */
export async function openFileKey({ path, passphrase }: FileKey): Promise<Signer> {
  const bytes = await readFile(path).catch((caught: unknown) => unusable(path, 'no se puede leer', caught));
  const text = bytes.toString('latin1');
  if (text.includes('-----BEGIN ')) return pemSigner(path, text, passphrase);
  return P12Signer.create(bytes, passphrase ?? '').catch((caught: unknown) => unusable(path, 'la contraseña no lo abre o no es PKCS#12', caught));
}

const unusable = (file: string, reason: string, cause?: unknown): never => refuse('seal_file_unusable', { file, reason }, cause);

function pemSigner(path: string, text: string, passphrase: string | undefined): Signer {
  const [own, ...chain] = certificatesIn(text);
  if (own === undefined) return unusable(path, 'no contiene el certificado');
  const key = privateKeyIn(path, text, passphrase);
  if (!own.checkPrivateKey(key)) return unusable(path, 'la clave no es la del primer certificado');
  return { ...signingKindOf(own), certificate: derOf(own), certificateChain: chain.map((one: X509Certificate) => derOf(one)), sign: signWith(key) };
}

function privateKeyIn(path: string, text: string, passphrase: string | undefined): KeyObject {
  const block = /-----BEGIN ((?:RSA |EC |ENCRYPTED )?PRIVATE KEY)-----[\s\S]+?-----END \1-----/.exec(text)?.[0];
  if (block === undefined) return unusable(path, 'no contiene la clave privada');
  try {
    return createPrivateKey({ key: block, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch (caught) { return unusable(path, 'la contraseña no abre la clave', caught); }
}

const signAsync = promisify(sign);
const digestName = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' } as const satisfies Record<DigestAlgorithm, string>;

const signWith = (key: KeyObject): Signer['sign'] => async (data, algorithm) =>
  new Uint8Array(await signAsync(digestName[algorithm], data, { key, dsaEncoding: 'der' }));
