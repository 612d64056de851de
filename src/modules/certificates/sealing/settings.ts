import { dirname, resolve } from 'node:path';
import type { Checked } from '#kernel/faults.ts';
import { readYaml } from '#kernel/yaml/index.ts';
import type { YamlValue } from '#kernel/yaml/index.ts';

/** Where a seal's key is: in a file, or inside a device. Secrets are files of their own, named here. */
export type KeyPlace =
  | { readonly kind: 'file'; readonly path: string; readonly passphraseFile?: string }
  | { readonly kind: 'pkcs11'; readonly library: string; readonly token: string; readonly key: string; readonly pinFile: string; readonly certificates: string };

/** How an installation seals: each entity's key (`*` is any other entity), the authority of time, and the file of roots (PEM). */
export type SealingSettings = {
  readonly timestamp: string; readonly roots: string;
  readonly seals: readonly { readonly entity: string; readonly place: KeyPlace }[];
};

/** Reads a file of seals (YAML); its paths count from its own folder. README.md shows one. Never throws for what is in the text. */
export function parseSealingSettings(text: string, file: string): Checked<SealingSettings> {
  const { root, faults } = readYaml(text, file, 'seals');
  const read = root && readSettings(root, (path) => resolve(dirname(file), path));
  return { value: faults.length === 0 ? read : undefined, faults };
}

type ToPath = (path: string) => string;

function readSettings(root: YamlValue, toPath: ToPath): SealingSettings | undefined {
  const known = root.object(['timestamp', 'roots', 'seals']);
  const timestamp = addressOf(need(root, known.timestamp, 'timestamp'));
  const roots = need(root, known.roots, 'roots')?.text();
  const seals = (need(root, known.seals, 'seals')?.items() ?? []).flatMap((item) => readSeal(item, toPath) ?? []);
  return timestamp === undefined || roots === undefined ? undefined : { timestamp, roots: toPath(roots), seals };
}

function readSeal(item: YamlValue, toPath: ToPath): { entity: string; place: KeyPlace } | undefined {
  const known = item.object(['entity', 'kind', 'path', 'passphrase-file', 'library', 'token', 'key', 'pin-file', 'certificates']);
  const entity = need(item, known.entity, 'entity')?.text();
  const kind = need(item, known.kind, 'kind')?.oneOf(['file', 'pkcs11'] as const);
  const text = (name: keyof typeof known) => need(item, known[name], name)?.text();
  const place = kind === 'file' ? filePlace(text('path'), known['passphrase-file']?.text(), toPath)
    : kind === 'pkcs11' ? devicePlace([text('library'), text('token'), text('key'), text('pin-file'), text('certificates')], toPath) : undefined;
  return entity === undefined || place === undefined ? undefined : { entity, place };
}

const filePlace = (path: string | undefined, passphraseFile: string | undefined, toPath: ToPath): KeyPlace | undefined =>
  path === undefined ? undefined : { kind: 'file', path: toPath(path), ...(passphraseFile === undefined ? {} : { passphraseFile: toPath(passphraseFile) }) };

function devicePlace([library, token, key, pinFile, certificates]: readonly (string | undefined)[], toPath: ToPath): KeyPlace | undefined {
  if (library === undefined || token === undefined || key === undefined || pinFile === undefined || certificates === undefined) return undefined;
  return { kind: 'pkcs11', library: toPath(library), token, key, pinFile: toPath(pinFile), certificates: toPath(certificates) };
}

const need = (owner: YamlValue, value: YamlValue | undefined, name: string): YamlValue | undefined =>
  value ?? owner.fault('missing', `Falta «${name}».`, `Escriba «${name}: …».`);

function addressOf(value: YamlValue | undefined): string | undefined {
  const text = value?.text();
  if (text === undefined || (URL.canParse(text) && /^https?:/.test(text))) return text;
  return value?.fault('address', `«${text}» no es una dirección.`, 'Escriba una dirección completa que empiece con http:// o https://.');
}
