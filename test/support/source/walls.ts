import type { Import } from './imports.ts';
import type { Source } from './read-source.ts';

/** An import that goes where it must not. */
export type Breach = { readonly path: string; readonly line: number; readonly target: string; readonly rule: string };

/** Modules by tier. Imports go down only, never sideways; what must go otherwise is an event, or a port that src/start joins. */
const tiers: readonly (readonly string[])[] = [
  ['identity', 'catalog', 'calendars', 'documents'],
  ['forms', 'flows', 'payments', 'appointments', 'certificates', 'notifications', 'ledger'],
  ['cases', 'office'],
  ['planning', 'plans', 'indicators', 'supervision', 'interop', 'open-data', 'participation', 'incidents', 'training'],
  ['portal', 'desk', 'studio', 'upkeep'],
];

/** Every import of these files that breaks a wall. */
export const findBreaches = (sources: readonly Source[]): readonly Breach[] =>
  sources.flatMap((source) => source.imports.flatMap((imported) => {
    const rule = brokenBy(source.path, imported);
    return rule === undefined ? [] : [{ path: source.path, line: imported.line, target: imported.target, rule }];
  }));

type Rule = readonly [says: string, breaks: (from: string, to: Import) => boolean];

const rules: readonly Rule[] = [
  ['nobody imports main.ts', (_from, { target }) => target === 'src/main.ts'],
  ['what is joined does not know who joins it', (from, { target }) => (isIn('src/kernel', from) || isIn('src/modules', from)) && !isTest(from) && isIn('src/start', target)],
  ['the kernel knows no module', (from, { target }) => isIn('src/kernel', from) && isIn('src/modules', target)],
  ['the product knows neither tests nor tools', (from, { target }) => isIn('src', from) && !isTest(from) && /^(test|bench|bin)\//.test(target)],
  ['a module is entered by its index.ts', (from, { target }) => moduleOf(target) !== undefined && moduleOf(target) !== moduleOf(from) && !isDoor(target)],
  ['imports go down the tiers, never sideways', (from, { target }) => goesUp(moduleOf(from), moduleOf(target))],
  ['every module has its tier', (from) => moduleOf(from) !== undefined && tierOf(moduleOf(from)) === -1],
  ['decisions do no input or output', (from, to) => isDecision(from) && (isOutside(to) || /\/(store|actions|pages)\//.test(to.target))],
];

function brokenBy(from: string, to: Import): string | undefined {
  return rules.find(([, breaks]) => breaks(from, to))?.[0];
}

const isIn = (folder: string, path: string): boolean => path.startsWith(`${folder}/`);
const isTest = (path: string): boolean => path.endsWith('.test.ts');
const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1];
const isDoor = (path: string): boolean => /^src\/modules\/[^/]+\/index\.ts$/.test(path);
const tierOf = (module: string | undefined): number => tiers.findIndex((tier) => module !== undefined && tier.includes(module));
const goesUp = (from: string | undefined, to: string | undefined): boolean =>
  from !== undefined && to !== undefined && from !== to && tierOf(to) >= tierOf(from);

const isDecision = (path: string): boolean => /^src\/modules\/[^/]+\/domain\//.test(path) && !isTest(path);
const outside = /^(node:)?(fs|net|http|https|http2|child_process|dgram|tls|worker_threads|timers|dns)(\/|$)|^pg$|^fastify/;
const isOutside = ({ ours, target, typeOnly }: Import): boolean => !ours && !typeOnly && outside.test(target);
