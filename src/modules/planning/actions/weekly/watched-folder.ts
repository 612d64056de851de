import { lstat, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { codeOf } from '#kernel/errors/index.ts';
import type { Received } from '../imports/file-kind.ts';

const endings: ReadonlySet<string> = new Set(['.jsonl', '.json', '.ods', '.xlsx', '.csv']), bytesMax = 64_000_000, filesMax = 1_000;

/** The newest file of a folder that an inventory may be read from; none where the folder is empty or not there. What is no plain file, or is longer than 64 MB, is left alone. */
export async function newestIn(folder: string): Promise<Received | undefined> {
  const names = (await readdir(folder).catch((caught: unknown) => (codeOf(caught) === 'ENOENT' ? [] : Promise.reject(caught)))).filter((name) => endings.has(extname(name).toLowerCase()) && !name.startsWith('.')).slice(0, filesMax);
  const found = (await Promise.all(names.map(async (name) => ({ name, state: await lstat(join(folder, name)) })))).filter(({ state }) => state.isFile() && state.size > 0 && state.size <= bytesMax);
  const [newest] = found.toSorted((a, b) => b.state.mtimeMs - a.state.mtimeMs || (a.name < b.name ? 1 : -1));
  return newest && { name: newest.name, bytes: await readFile(join(folder, newest.name)) };
}
