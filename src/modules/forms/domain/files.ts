import { parseId } from '#kernel/ids.ts';
import type { FileAnswer } from './types.ts';

const filesMax = 100;
const nameMax = 255;

/** The files of an answer; whatever is none is left out. */
export const fileAnswers = (it: unknown): FileAnswer[] => (Array.isArray(it) ? it.slice(0, filesMax).filter(isFile) : []);

function isFile(it: unknown): it is FileAnswer {
  if (typeof it !== 'object' || it === null || !('id' in it && 'name' in it && 'type' in it && 'bytes' in it)) return false;
  return parseId(it.id) !== undefined && typeof it.name === 'string' && it.name.length <= nameMax && typeof it.type === 'string' && Number.isSafeInteger(it.bytes);
}

/** Files as an answer keeps them, and nothing else of them. */
export const toAnswer = (files: readonly FileAnswer[]) => files.map(({ id, name, type, bytes }) => ({ id, name, type, bytes }));
