import { posix } from 'node:path';
import type { EcmaScriptModule } from 'oxc-parser';
import { lineAt, type File } from './files.ts';

/** An import or re-export: of a file of ours by its path from the root, or of a package or part of Node by its name. */
export type Import = { readonly line: number; readonly target: string; readonly ours: boolean; readonly typeOnly: boolean };

/** Every import of a file, dynamic ones with a fixed name too. */
export function findImports({ path, text }: File, module: EcmaScriptModule): readonly Import[] {
  const resolve = (name: string, start: number, typeOnly: boolean): Import => ({ line: lineAt(text, start), ...resolveName(path, name), typeOnly });
  const imported = module.staticImports.map(({ moduleRequest, entries, start }) =>
    resolve(moduleRequest.value, start, entries.length > 0 && entries.every((entry) => entry.isType)));
  const exported = module.staticExports.flatMap(({ entries, start }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [resolve(moduleRequest.value, start, isType)] : [])));
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest, start }) => {
    const name = /^['"`]([^$'"`]+)['"`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
    return name === undefined ? [] : [resolve(name, start, false)];
  });
  return [...imported, ...exported, ...dynamic];
}

const aliases: readonly (readonly [string, string])[] = [['#kernel/', 'src/kernel/'], ['#modules/', 'src/modules/'], ['#support/', 'test/support/']];

function resolveName(from: string, name: string): { target: string; ours: boolean } {
  const alias = aliases.find(([prefix]) => name.startsWith(prefix));
  if (alias) return { target: alias[1] + name.slice(alias[0].length), ours: true };
  return name.startsWith('.') ? { target: posix.join(posix.dirname(from), name), ours: true } : { target: name, ours: false };
}
