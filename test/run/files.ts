import { globSync } from 'node:fs';
import { root } from './programs.ts';

/** Test files by what they need: nothing (`unit`), programs of the machine (`system`), a database, a browser; `walls` and `tidy` look at the source itself. */
export type Suite = 'walls' | 'tidy' | 'unit' | 'system' | 'integration' | 'journeys';

/** Every test file of the repository, or those that were asked for, by suite. */
export function findTestFiles(asked: readonly string[] = []): Readonly<Record<Suite, readonly string[]>> {
  const all = globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'], { cwd: root }).sort();
  const chosen = asked.length === 0 ? all : all.filter((file) => asked.some((name) => file.includes(name.replace(/^\.\//, ''))));
  const files = Map.groupBy(chosen, suiteOf);
  const of = (suite: Suite) => files.get(suite) ?? [];
  return { walls: of('walls'), tidy: of('tidy'), unit: of('unit'), system: of('system'), integration: of('integration'), journeys: of('journeys') };
}

const rules: readonly (readonly [RegExp, Suite])[] = [
  [/^test\/architecture\/walls/, 'walls'],
  [/^test\/architecture\/(?!.*\.db\.test\.ts$)/, 'tidy'],
  [/\.journey\.test\.ts$/, 'journeys'],
  [/\.system\.test\.ts$/, 'system'],
  [/\.db\.test\.ts$/, 'integration'],
];

const suiteOf = (file: string): Suite => rules.find(([pattern]) => pattern.test(file))?.[1] ?? 'unit';
