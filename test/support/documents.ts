import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findFiles, lineAt, root, type File } from '#support/source/index.ts';

// What a journey keeps a picture of, by the name it gives it.
const pictureNames = findFiles('test/journeys/*.ts').flatMap(({ text }) => [...text.matchAll(/\bpicture\(\w+, '([\w-]+)'\)/g)].flatMap(([, name]) => name ?? []));
/** Pictures that the journeys make; until they have run once, a document may name one that is not there yet. Each comes in 1440 and 360 pixels. */
export const declaredPictures: ReadonlySet<string> = new Set(pictureNames.flatMap((name) => [`docs/pictures/${name}.png`, `docs/pictures/${name}-360.png`]));

/** Everything that people read: the documents of the root, those of docs, and the README of each part. */
export const allDocuments = (): readonly File[] => findFiles('*.md', '{docs,src,procedures,test,bench}/**/*.md');

/** The documents that somebody wrote, without those made from the program. */
export const writtenDocuments = (): readonly File[] => findFiles('*.md', 'docs/**/*.md').filter(({ path }) => !path.startsWith('docs/reference/') && path !== 'docs/benchmarks.md');

/** What was found and where, as a failing test says it. */
export type Mention = { readonly at: string; readonly said: string };

/** Everything in backticks, or whatever else the pattern's first group catches. */
export const mentions = (documents: readonly File[], pattern = /`([^`\n]+)`/g): readonly Mention[] =>
  documents.flatMap(({ path, text }) => [...withoutBlocks(text).matchAll(pattern)].map((match) => ({ at: `${path}:${lineAt(text, match.index)}`, said: match[1] ?? '' })));

// Examples of code are not promises; their lines stay, so that places are right.
const withoutBlocks = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```/gm, (block) => block.replace(/[^\n]/g, ' '));

/** Links and pictures that lead nowhere. */
export const brokenLinks = (documents: readonly File[]): readonly string[] => documents.flatMap((document) =>
  mentions([document], /\]\((?!https?:|mailto:|#)([^)#\s]+)/g).filter(({ said }) => !isThere(join(dirname(document.path), decodeURI(said)))).map(({ at, said }) => `${at} ${said}`));

const isThere = (path: string): boolean => declaredPictures.has(path) || existsSync(join(root, path));

/** Paths of the repository in backticks that are not there. Those with a place to fill in are patterns, not paths. */
export const missingPaths = (documents: readonly File[], examples: readonly string[]): readonly string[] =>
  mentions(documents, /`((?:src|test|docs|bin|bench|procedures|web|\.ci)\/[^`\s]*)`/g)
    .filter(({ said }) => !/[<*…{]/.test(said) && !examples.some((example) => said.startsWith(example)) && !existsSync(join(root, said.replace(/[:#].*$/, ''))))
    .map(({ at, said }) => `${at} ${said}`);
