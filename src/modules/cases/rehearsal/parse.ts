import { calendarDay, instantOf } from '#kernel/clock.ts';
import type { Checked } from '#kernel/faults.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import type { Applicant } from '../domain/types.ts';
import { readStep } from './parse-step.ts';
import type { Scenario } from './scenario.ts';
import { readMoment, readWritten } from './values.ts';
import { readKeys } from './words.ts';

/**
 * Reads scenarios.yaml. Keys and statuses may be written in Spanish or English; `base` holds what all scenarios share. Never throws for what is
 * written in it; codes: `scenarios.<name>`.
 */
export function parseScenarios(text: string, file = 'scenarios.yaml'): Checked<readonly Scenario[]> {
  const { root, faults } = readYaml(text, file, 'scenarios');
  const scenarios = root && readScenarios(root);
  return { value: faults.some(({ severity }) => severity === 'error') ? undefined : scenarios, faults };
}

type Base = Pick<Scenario, 'start' | 'applicant' | 'answers'>;

// A Monday with no holiday near it.
const firstBase: Base = { start: instantOf(calendarDay(2026, 3, 2), '09:00'), applicant: { name: 'Rosa Mamani Quispe', documentType: 'CI', documentNumber: '4567891' }, answers: {} };

function readScenarios(root: YamlValue): readonly Scenario[] | undefined {
  if (!root.isMap) return root.fault('form', 'El archivo no contiene ensayos.', 'Escriba «ensayos:» y una lista.');
  const { base, scenarios } = readKeys(root, ['base', 'scenarios']);
  const common = base ? readBase(readKeys(base, ['start', 'applicant', 'answers']), firstBase) : firstBase;
  const read = scenarios?.items().flatMap((item) => readScenario(item, common) ?? []) ?? [];
  if (read.length === 0) root.fault('empty', 'No hay ningún ensayo.', 'Escriba «ensayos:» y al menos uno, con sus pasos.');
  return read;
}

function readScenario(at: YamlValue, common: Base): Scenario | undefined {
  const { name, steps, ...own } = readKeys(at, ['name', 'start', 'applicant', 'answers', 'steps']);
  if (name === undefined) return at.fault('name', 'Al ensayo le falta el nombre.', 'Escriba «nombre: …» con lo que demuestra.');
  if (steps === undefined) return at.fault('steps', 'Al ensayo le faltan los pasos.', 'Escriba «pasos:» y una lista, que empieza con «presentar».');
  return { name: name.text() ?? '', at: at.place, ...readBase(own, common), steps: steps.items().flatMap((item) => readStep(item) ?? []) };
}

function readBase({ start, applicant, answers }: { start?: YamlValue; applicant?: YamlValue; answers?: YamlValue }, common: Base): Base {
  return {
    start: (start && readMoment(start)) ?? common.start,
    applicant: applicant ? { ...common.applicant, ...readApplicant(applicant) } : common.applicant,
    answers: answers ? { ...common.answers, ...readWritten(answers) } : common.answers,
  };
}

function readApplicant(at: YamlValue): Partial<Applicant> {
  const { name, document, email, phone, birthDate } = readKeys(at, ['name', 'document', 'email', 'phone', 'birthDate']);
  const members = { name: name?.text(), documentNumber: document?.text(), email: email?.text(), phone: phone?.text(), birthDate: birthDate?.text() };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
