import { parseDepartment } from '#modules/calendars/index.ts';
import type { Checked } from '#kernel/faults.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import { resourceProblems, type OpeningHours, type ResourceDefinition } from '../domain/resource.ts';

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'] as const;

const keys = ['key', 'name', 'address', 'department', 'instructions', 'hours', 'slotMinutes', 'capacity', 'quotas', 'noticeHours', 'daysAheadMax', 'changeUntilHours', 'cancelUntilHours'] as const;

/** Reads a procedure's resources.yaml: what can be booked, where, and when. Never throws for what is written in it. */
export function parseResources(text: string, file: string): Checked<readonly ResourceDefinition[]> {
  const { root, faults } = readYaml(text, file, 'resources');
  const value = root?.object(['resources']).resources?.items().flatMap((item) => readResource(item) ?? []);
  return { value: faults.some(({ severity }) => severity === 'error') ? undefined : value, faults };
}

function readResource(item: YamlValue): ResourceDefinition | undefined {
  const known = item.object(keys);
  const need = (name: (typeof keys)[number]): YamlValue | undefined => known[name] ?? item.fault('missing', `Falta «${name}».`, `Escriba «${name}: …».`);
  const hoursMax = 8_760;
  const department = parseDepartment(known.department?.text());
  const read: ResourceDefinition = {
    key: need('key')?.text() ?? '', name: need('name')?.text() ?? '', address: need('address')?.text() ?? '',
    instructions: (known.instructions?.items() ?? []).flatMap((line) => line.text() ?? []), place: department === undefined ? {} : { department },
    hours: (need('hours')?.items() ?? []).flatMap(readHours), slotMinutes: need('slotMinutes')?.integer(5, 480) ?? 0, capacity: need('capacity')?.integer(1, 1_000) ?? 0,
    ...(known.quotas ? { quotas: readQuotas(known.quotas) } : {}), noticeHours: known.noticeHours?.integer(0, hoursMax) ?? 0, daysAheadMax: known.daysAheadMax?.integer(1, 366) ?? 30,
    changeUntilHours: known.changeUntilHours?.integer(0, hoursMax) ?? 0, cancelUntilHours: known.cancelUntilHours?.integer(0, hoursMax) ?? 0,
  };
  for (const problem of resourceProblems(read)) item.fault('resource', problem, 'Corrija el recurso.');
  return read;
}

function readHours(item: YamlValue): OpeningHours[] {
  const known = item.object(['days', 'from', 'until']);
  const from = known.from?.text() ?? '', until = known.until?.text() ?? '';
  return (known.days?.items() ?? []).flatMap((day) => {
    const name = day.oneOf(weekdays);
    return name === undefined ? [] : [{ weekday: weekdays.indexOf(name) + 1, from, until }];
  });
}

function readQuotas(value: YamlValue): NonNullable<ResourceDefinition['quotas']> {
  const { internet, counter } = value.object(['internet', 'counter']);
  const most = 1_000;
  const read = { internet: internet?.integer(0, most), counter: counter?.integer(0, most) };
  return { ...(read.internet === undefined ? {} : { internet: read.internet }), ...(read.counter === undefined ? {} : { counter: read.counter }) };
}
