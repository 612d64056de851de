import type { Checked } from '#kernel/faults.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import { toConfirm, type Acronym, type Fidelity, type NationalAxis, type NationalGoal, type NationalLine, type NationalNorm, type NationalPlan, type NationalSubline } from './national-plan.ts';

const fidelities = ['literal', 'repaired', 'lost'] as const, yearMin = 2000, yearMax = 2100, linesMax = 99;

/** Reads national-plan.yaml. Everything that is missing, contradicts itself or is unmarked though it is to be confirmed is a fault. */
export function readNationalPlan(text: string, file: string): Checked<NationalPlan> {
  const { root, faults } = readYaml(text, file, 'national_plan'), known = root?.object(['title', 'fromYear', 'toYear', 'preparedBy', 'reviewedBy', 'schedule', 'axes', 'lines', 'acronyms', 'norms']) ?? {};
  const lines = rowsOf(known.lines, readLine), goals = lines.flatMap((line) => line.goals);
  const value: NationalPlan = {
    title: textOf(root, known.title, 'title'), fromYear: known.fromYear?.integer(yearMin, yearMax) ?? yearMin, toYear: known.toYear?.integer(yearMin, yearMax) ?? yearMax,
    preparedBy: textOf(root, known.preparedBy, 'preparedBy'), reviewedBy: textOf(root, known.reviewedBy, 'reviewedBy'), schedule: fidelityOf(known.schedule),
    axes: rowsOf(known.axes, (row) => readAxis(row, lines)), lines, goals, acronyms: rowsOf(known.acronyms, readAcronym), norms: rowsOf(known.norms, readNorm),
  };
  if (root) findTwins(root, goals);
  if (root) findOrphans(root, value);
  return { value: faults.length === 0 ? value : undefined, faults };
}

const rowsOf = <Row>(list: YamlValue | undefined, read: (row: YamlValue) => Row): readonly Row[] => list?.items().map(read) ?? [];

const missing = (row: YamlValue | undefined, name: string): undefined => row?.fault('missing', `Falta «${name}».`, `Escriba «${name}: …».`);
const textOf = (row: YamlValue | undefined, value: YamlValue | undefined, name: string): string => value?.text() ?? missing(row, name) ?? '';
const textsOf = (row: YamlValue, value: YamlValue | undefined, name: string): readonly string[] => (value ? value.items().map((one) => one.text() ?? '') : (missing(row, name) ?? []));
const fidelityOf = (value: YamlValue | undefined): Fidelity => value?.oneOf(fidelities) ?? 'lost';
const optional = <Name extends string, Value>(name: Name, value: Value | undefined): { readonly [key in Name]?: Value } => (value === undefined ? {} : { [name]: value } as { readonly [key in Name]: Value });

function readAxis(row: YamlValue, lines: readonly NationalLine[]): NationalAxis {
  const known = row.object(['number', 'name', 'about', 'source']), number = known.number?.integer(1, linesMax) ?? 0;
  return { number, name: textOf(row, known.name, 'name'), about: textOf(row, known.about, 'about'), source: textOf(row, known.source, 'source'), lines: lines.filter(({ axis }) => axis === number) };
}

function readLine(row: YamlValue): NationalLine {
  const known = row.object(['number', 'axis', 'name', 'about', 'goals', 'sublines']), number = known.number?.integer(1, linesMax) ?? 0;
  const sublines = rowsOf(known.sublines, (one) => readSubline(one, number)), goals = [...rowsOf(known.goals, (one) => readGoal(one, number)), ...sublines.flatMap((one) => one.goals)];
  if (goals.length === 0) missing(row, 'goals');
  return { number, axis: known.axis?.integer(1, linesMax) ?? 0, name: textOf(row, known.name, 'name'), about: textOf(row, known.about, 'about'), sublines, goals };
}

function readSubline(row: YamlValue, line: number): NationalSubline {
  const known = row.object(['code', 'name', 'about', 'goals']);
  return { code: textOf(row, known.code, 'code'), name: textOf(row, known.name, 'name'), about: textOf(row, known.about, 'about'), goals: rowsOf(known.goals, (one) => readGoal(one, line)) };
}

function readGoal(row: YamlValue, line: number): NationalGoal {
  const known = row.object(['code', 'result', 'goal', 'remains', 'value', 'unit', 'population', 'responsible', 'coordinators', 'fidelity', 'note']), code = textOf(row, known.code, 'code');
  if (!code.startsWith(`${line}.`)) row.fault('goal_code', `La meta «${code}» no es de la línea ${line}.`, `Use un código que empiece por «${line}.».`);
  const read: NationalGoal = {
    code, line, result: textOf(row, known.result, 'result'), goal: textOf(row, known.goal, 'goal'), remains: known.remains?.items().map((one) => one.text() ?? '') ?? [],
    ...optional('value', known.value?.number()), ...optional('unit', known.unit?.text()), ...optional('population', known.population?.text()),
    responsible: textsOf(row, known.responsible, 'responsible'), coordinators: textsOf(row, known.coordinators, 'coordinators'), fidelity: fidelityOf(known.fidelity), ...optional('note', known.note?.text()),
  };
  findUnmarked(row, read);
  return read;
}

/** What is to be confirmed is marked as lost, what is lost says so, and whatever is not literal is explained. */
function findUnmarked(row: YamlValue, { code, goal, responsible, coordinators, population = '', fidelity, note, value }: NationalGoal): void {
  const says = [goal, population, ...responsible, ...coordinators].some((text) => toConfirm.test(text));
  if (says !== (fidelity === 'lost')) row.fault('goal_unmarked', `La meta «${code}» dice que está por confirmar y no está marcada, o al revés.`, 'Escriba «fidelity: lost» y «por confirmar» juntos.');
  if (fidelity === 'lost' && value !== undefined) row.fault('goal_guessed', `La meta «${code}» no se lee entera y trae una cifra.`, 'Quite «value»: no se sabe de qué es.');
  if (fidelity !== 'literal' && note === undefined) row.fault('goal_unexplained', `La meta «${code}» no es literal y no dice por qué.`, 'Escriba «note: …».');
}

function readAcronym(row: YamlValue): Acronym {
  const known = row.object(['short', 'name', 'inSource']);
  return { short: textOf(row, known.short, 'short'), name: textOf(row, known.name, 'name'), inSource: known.inSource?.boolean() ?? false };
}

function readNorm(row: YamlValue): NationalNorm {
  const known = row.object(['name', 'fidelity', 'note']);
  return { name: textOf(row, known.name, 'name'), fidelity: fidelityOf(known.fidelity), ...optional('note', known.note?.text()) };
}

function findTwins(root: YamlValue, goals: readonly NationalGoal[]): void {
  const seen = new Set<string>();
  for (const { code } of goals) { if (seen.has(code)) root.fault('goal_twice', `La meta «${code}» está dos veces.`, 'Deje una.'); seen.add(code); }
}

function findOrphans(root: YamlValue, { axes, lines }: NationalPlan): void {
  for (const { number, axis } of lines) if (!axes.some((one) => one.number === axis)) root.fault('line_axis', `La línea ${number} nombra el eje ${axis}, que no existe.`, 'Corrija «axis».');
}
