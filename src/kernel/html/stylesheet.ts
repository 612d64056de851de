import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { codeOf } from '../errors/index.ts';
import { iconFile } from './frame/icon.ts';

/**
 * A file that never changes under its address, because the address carries the hash of what it is made from: serve it with
 * `cache-control: public, max-age=31536000, immutable`, and one of the compressed bodies to whoever accepts it.
 */
export type StaticFile = {
  /** `/estaticos/<name>-<hash>.<extension>` */
  readonly href: string;
  readonly type: string;
  readonly body: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
};

/** The stylesheet of every page: from `var/cache/css` where it was built before (under 1 ms), otherwise built now (about a second). */
export function stylesheet(): StaticFile {
  loadedStylesheet ??= load(sourceName());
  return loadedStylesheet;
}

/** The icon that a browser shows on its tab. */
export function icon(): StaticFile {
  loadedIcon ??= staticFile(`icono-${hashOf(iconFile)}.svg`, 'image/svg+xml', pack(Buffer.from(iconFile)));
  return loadedIcon;
}

/**
 * Builds the stylesheet into a folder unless it is there already, and returns its file name, which carries the hash of its sources.
 * Beside it lie the same file compressed, `.gz` and `.br`.
 */
export function buildCss(outFolder: string): string {
  const name = sourceName();
  if (!existsSync(join(outFolder, name))) save(outFolder, name, compile());
  return name;
}

type Packed = Pick<StaticFile, 'body' | 'gzip' | 'brotli'>;

let loadedStylesheet: StaticFile | undefined;
let loadedIcon: StaticFile | undefined;

const root = join(import.meta.dirname, '../../..');
const sources = join(root, 'web/css');
const cacheFolder = join(root, 'var/cache/css');

const load = (name: string): StaticFile => staticFile(name, 'text/css; charset=utf-8', readOrBuild(cacheFolder, name));

const staticFile = (name: string, type: string, packed: Packed): StaticFile => ({ href: `/estaticos/${name}`, type, ...packed });

const hashOf = (...texts: readonly (string | Buffer)[]): string =>
  texts.reduce((hash, text) => hash.update(text).update('\0'), createHash('sha256')).digest('hex').slice(0, 16);

/** The name changes with our own sources, and with the versions of the design system and of the compiler. */
function sourceName(): string {
  const files = readdirSync(sources).filter((name) => name.endsWith('.scss')).sort();
  const packages = ['sass', 'govuk-frontend'].map((name) => readFileSync(join(root, 'node_modules', name, 'package.json')));
  return `ventanilla-${hashOf(...files.flatMap((name) => [name, readFileSync(join(sources, name))]), ...packages)}.css`;
}

/** Where the folder can't be written, as in a read-only installation, every start builds again and nothing else is lost. */
function readOrBuild(folder: string, name: string): Packed {
  const path = join(folder, name);
  if (existsSync(path)) return { body: readFileSync(path), gzip: readFileSync(`${path}.gz`), brotli: readFileSync(`${path}.br`) };
  const packed = compile();
  try {
    save(folder, name, packed);
  } catch (cause) {
    if (!isReadOnly(cause)) throw cause;
  }
  return packed;
}

const isReadOnly = (cause: unknown): boolean => ['EROFS', 'EACCES', 'EPERM', 'ENOSPC'].includes(codeOf(cause) ?? '');

// The compiler is loaded only when there is something to compile: it is most of the second.
function compile(): Packed {
  const sass: typeof import('sass') = createRequire(import.meta.url)('sass');
  const { css } = sass.compile(join(sources, 'ventanilla.scss'), {
    style: 'compressed', charset: false, quietDeps: true, loadPaths: [join(root, 'node_modules/govuk-frontend/dist')],
  });
  return pack(Buffer.from(css));
}

const pack = (body: Buffer): Packed => ({ body, gzip: gzipSync(body, { level: 9 }), brotli: brotliCompressSync(body) });

/** Each file appears whole or not at all, and the plain one last, so that whoever sees it sees all three. */
function save(folder: string, name: string, { body, gzip, brotli }: Packed): void {
  mkdirSync(folder, { recursive: true });
  for (const [ending, bytes] of [['.gz', gzip], ['.br', brotli], ['', body]] as const) {
    const partial = join(folder, `.${name}${ending}.${process.pid}`);
    writeFileSync(partial, bytes);
    renameSync(partial, join(folder, `${name}${ending}`));
  }
}
