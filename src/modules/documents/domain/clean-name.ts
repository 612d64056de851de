import { fileKinds, type FileKind } from './kinds.ts';

const charactersMax = 120;
// More of a name is not even read: a stranger may write eighty thousand characters, and looking for what to trim takes the square of them.
const readMax = 1_000;

/**
 * A name that is safe to keep, to show and to give back: one path segment, without control, invisible or direction characters and without
 * what a file system reserves, ending as the kind of the content does. Never empty.
 */
export function cleanName(written: string, kind: FileKind): string {
  const last = (written.split(/[/\\]/).at(-1) ?? '').slice(0, readMax).toWellFormed().normalize('NFC');
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '').replace(/[<>:"|?*]/g, '_').replace(/\s+/g, ' ');
  const { base, ending } = split(visible, kind);
  const kept = trimmed([...trimmed(base)].slice(0, charactersMax).join('')) || 'archivo';
  return `${reserved.test(kept) ? '_' : ''}${kept}.${ending}`;
}

/** The ending stays where it fits the kind; another known-looking one gives way to the right one, so that no program is fooled. */
function split(name: string, kind: FileKind): { base: string; ending: string } {
  const endings: readonly string[] = fileKinds[kind].extensions;
  const [, base, ending] = /^(.*)\.([\p{L}\p{N}]{1,10})\s*$/su.exec(name) ?? [undefined, name, ''];
  const right = endings.find((one) => one === ending?.toLowerCase());
  return { base: base ?? name, ending: right ?? endings[0] ?? kind };
}

/** The name as its owner knows it, for sentences: cleaned, with the ending that it came with. */
export function sayName(written: string): string {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(written)?.[0] ?? '';
  return cleanName(written.slice(0, written.length - ending.length), 'txt').replace(/\.txt$/, '') + ending;
}

const trimmed = (text: string): string => text.replace(/^[\s.]+|[\s.]+$/g, '');

/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
