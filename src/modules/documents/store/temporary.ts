import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '#kernel/errors/index.ts';

const forgottenSeconds = 3_600;

/** A name for a file that is still arriving: it says which process writes it, so that another one knows when nobody does. */
export const temporaryPath = (folder: string): string => join(folder, `${host()}-${process.pid}-${randomBytes(12).toString('hex')}`);

/** Removes what interrupted uploads left: of processes of this machine that have ended, and of anybody after an hour. */
export async function cleanTemporary(folder: string, now: Date): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = await readdir(folder);
  const left = await Promise.all(names.map(async (name) => ({ name, isLeft: await isForgotten(join(folder, name), name, now) })));
  const forgotten = left.filter(({ isLeft }) => isLeft);
  await Promise.all(forgotten.map(({ name }) => rm(join(folder, name), { force: true })));
  return forgotten.length;
}

async function isForgotten(path: string, name: string, now: Date): Promise<boolean> {
  const [, writer, pid] = /^(.+)-(\d+)-[0-9a-f]{24}$/.exec(name) ?? [];
  if (writer === host() && pid !== undefined && !isAlive(Number(pid))) return true;
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && now.getTime() - found.mtimeMs > forgottenSeconds * 1_000;
}

const host = (): string => hostname().replace(/[^\w.]/g, '_');

function isAlive(pid: number): boolean {
  try { return process.kill(pid, 0); } catch (caught) { return codeOf(caught) === 'EPERM'; }
}
