import { randomUUID, webcrypto } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { codeOf } from '#kernel/errors/index.ts';
import type { Keyed } from '../x509.ts';

/** Keys that are made once and kept: one PEM file each, readable only by the process's own user. */
export type Keyring = { readonly keep: (name: string, make: () => Promise<Keyed>) => Promise<Keyed> };

/** A keyring in a folder, which is made when missing. Several processes may share it: the first to write a name wins. */
export async function openKeyring(folder: string): Promise<Keyring> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = new Map<string, Promise<Keyed>>();
  const keep = (name: string, make: () => Promise<Keyed>): Promise<Keyed> => {
    const known = kept.get(name) ?? readOrMake(join(folder, `${name}.pem`), make);
    kept.set(name, known);
    known.catch(() => kept.delete(name));
    return known;
  };
  return { keep };
}

async function readOrMake(path: string, make: () => Promise<Keyed>): Promise<Keyed> {
  const text = await readFile(path, 'utf8').catch(absentIsEmpty);
  if (text !== '') return fromPem(text);
  await writeOnce(path, await toPem(await make()));
  return fromPem(await readFile(path, 'utf8'));
}

function absentIsEmpty(caught: unknown): string {
  if (codeOf(caught) === 'ENOENT') return '';
  throw caught;
}

// A link either makes the whole file appear under its name or fails because somebody was first: never half a key.
async function writeOnce(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try { await file.writeFile(text); await file.sync(); } finally { await file.close(); }
  try { await link(draft, path); } catch (caught) {
    if (codeOf(caught) !== 'EEXIST') throw caught;
  } finally { await unlink(draft); }
}

const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`;

async function toPem({ privateKey, certificate }: Keyed): Promise<string> {
  const key = new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', privateKey));
  return pem('PRIVATE KEY', key) + pem('CERTIFICATE', certificate);
}

async function fromPem(text: string): Promise<Keyed> {
  const body = /-----BEGIN PRIVATE KEY-----([^-]+)-----END/.exec(text)?.[1] ?? '';
  const privateKey = await webcrypto.subtle.importKey('pkcs8', Buffer.from(body, 'base64'), { name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  return { privateKey, certificate: new Uint8Array(new X509Certificate(text.slice(text.indexOf('-----BEGIN CERTIFICATE'))).raw) };
}
