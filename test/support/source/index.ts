/** What the checks and the measures know of the source: one reading, shared by both. */
import { findFiles } from './files.ts';
import { readSource, type Source } from './read-source.ts';
import type { Graph } from './cycles.ts';

export { findFiles, lineAt, root } from './files.ts';
export type { File } from './files.ts';
export { findCycles } from './cycles.ts';
export { findBreaches } from './walls.ts';
export { findTemplates, wordsOf } from './templates.ts';
export type { Template } from './templates.ts';
export type { Source } from './read-source.ts';

/** Every TypeScript file of ours, tests too. */
export const allSources = (): readonly Source[] =>
  findFiles('{src,test,bench}/**/*.ts').filter(({ path }) => !path.endsWith('.d.ts')).map(readSource);

/** The product: without tests and tools. */
export const productSources = (): readonly Source[] => allSources().filter(({ path }) => path.startsWith('src/') && !path.endsWith('.test.ts'));

/** Which file needs which at run time; an import of types alone needs nothing. */
export const valueGraph = (sources: readonly Source[]): Graph =>
  new Map(sources.map(({ path, imports }) => [path, imports.filter(({ ours, typeOnly }) => ours && !typeOnly).map(({ target }) => target)]));
