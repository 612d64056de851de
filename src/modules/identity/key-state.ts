import { statSync } from 'node:fs';
import { codeOf } from '#kernel/errors/index.ts';
import { generationsMax, keysFile, openKeys } from './keys.ts';

/** The keys of a data folder as an administrator asks about them: nothing of them is secret. */
export type KeyState = {
  /** The keys with which the embedded provider's signatures are checked. The first one signs. */
  readonly published: readonly PublishedKey[];
  /** When the file was last written: made, rotated, or brought back from a backup. */
  readonly since: Date;
  /** Whether only the program's own user may read the file. */
  readonly isPrivate: boolean;
};

/** Its name (`kid`), and with which rotation from now on it stops being published: 1 is the next one. */
export type PublishedKey = { readonly name: string; readonly leavesWith: number };

/** Reads them; `undefined` where the program has never been started in this folder. */
export function findKeyState(dataFolder: string): KeyState | undefined {
  try {
    const { mtime, mode } = statSync(keysFile(dataFolder));
    return { published: openKeys(dataFolder).signing.map(({ kid }, index) => ({ name: String(kid), leavesWith: generationsMax - index })), since: mtime, isPrivate: (mode & 0o077) === 0 };
  } catch (caught) {
    if (codeOf(caught) === 'ENOENT') return undefined;
    throw caught;
  }
}
