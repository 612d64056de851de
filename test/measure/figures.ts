import { allSources, findBreaches, findCycles, findFiles, productSources, valueGraph, type Source } from '#support/source/index.ts';
import { countDuplicateLines, countUnusedExports } from './tools.ts';
import { figure, percent, percentile, type Figure } from './figure.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Every figure, of the product's source unless its name says otherwise. */
export async function takeFigures(): Promise<readonly Figure[]> {
  const product = productSources();
  const [duplicates, unused] = await Promise.all([countDuplicateLines(), countUnusedExports()]);
  return [
    ...lengths(product),
    figure('value_import_cycles', findCycles(valueGraph(allSources())).length, 'cycles', 0),
    figure('wall_breaches', findBreaches(allSources()).length, 'imports', 0),
    figure('duplicate_lines', duplicates, '%', 1.5),
    figure('unused_exports', unused, 'exports', 0),
    ...habits(product),
  ];
}

function lengths(sources: readonly Source[]): readonly Figure[] {
  const functions = sources.flatMap((source) => source.functions.map(({ ownLines }) => ownLines));
  const files = sources.map(({ lines }) => lines);
  return [
    figure('function_own_lines_p50', percentile(functions, 0.5), 'lines'),
    figure('function_own_lines_p90', percentile(functions, 0.9), 'lines', 30),
    figure('functions_over_70_lines', percent(functions, (lines) => lines > 70), '%', 1),
    figure('file_lines_p50', percentile(files, 0.5), 'lines'),
    figure('file_lines_p90', percentile(files, 0.9), 'lines', 200),
    figure('files_over_400_lines', percent(files, (lines) => lines > 400), '%', 1),
  ];
}

function habits(sources: readonly Source[]): readonly Figure[] {
  const thousands = sum(sources.map(({ codeLines }) => codeLines)) / 1000 || 1;
  const tests = allSources().filter(({ path }) => path.endsWith('.test.ts'));
  const count = (pattern: RegExp) => sum(sources.map(({ text }) => [...text.matchAll(pattern)].length));
  const [manifest] = findFiles('package.json');
  const { dependencies } = JSON.parse(manifest?.text ?? '{}') as { dependencies?: Record<string, string> };
  return [
    figure('type_escapes', sum(sources.map(({ escapes }) => escapes.length)) / thousands, 'per 1000 lines', 1),
    figure('raw_errors', percent(sources.flatMap(({ throws }) => throws), ({ raw }) => raw), '% of throws', 0),
    figure('lint_suppressions', count(/\b(?:eslint|oxlint)-disable/g) / thousands, 'per 1000 lines', 0),
    figure('todos', count(/\b(?:TODO|FIXME|XXX)\b/g) / thousands, 'per 1000 lines', 1.5),
    figure('test_lines_per_source_line', sum(tests.map(({ codeLines }) => codeLines)) / (thousands * 1000), 'ratio'),
    figure('source_lines', thousands * 1000, 'lines'),
    figure('runtime_dependencies', Object.keys(dependencies ?? {}).length, 'packages'),
  ];
}
