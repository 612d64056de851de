import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { Checked } from '#kernel/faults.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import type { HolidayMove, HolidayRule, HolidayRules, Occasion, SundayRule } from './holiday-rules.ts';
import { parseDepartment, scopes, type Scope } from './place.ts';

/** Reads one file of holidays. Every fault has its place; with any of them the file gives nothing. */
export function readHolidayRules(text: string, file: string): Checked<HolidayRules> {
  const { root, faults } = readYaml(text, file, 'calendar');
  const rules = root && readFile(root);
  return { value: faults.length === 0 ? rules : undefined, faults };
}

function readFile(root: YamlValue): HolidayRules {
  const file = root.object(['sources', 'sundayToMonday', 'holidays', 'moves']);
  const sources = new Map([...(file.sources?.members() ?? [])].map(([key, value]) => [key, value.text() ?? '']));
  const sunday = file.sundayToMonday && readSunday(file.sundayToMonday, sources);
  return {
    holidays: (file.holidays?.items() ?? []).flatMap((one) => readHoliday(one, sources, sunday) ?? []),
    moves: (file.moves?.items() ?? []).flatMap((one) => readMove(one, sources) ?? []),
  };
}

type Sources = ReadonlyMap<string, string>;

function readHoliday(written: YamlValue, sources: Sources, sunday: SundayRule | undefined): HolidayRule | undefined {
  const at = written.object(['name', 'scope', 'of', 'on', 'norm', 'source', 'since', 'until', 'sundayToMonday', 'unconfirmed']);
  const name = required(written, 'name', at.name)?.text(), on = required(written, 'on', at.on);
  const ground = readGround(written, at, sources);
  const occasion = on && readOccasion(on);
  const since = at.since && readDay(at.since), until = at.until && readDay(at.until), unconfirmed = at.unconfirmed?.text();
  const monday = at.sundayToMonday ? readSunday(at.sundayToMonday, sources) : sunday;
  if (name === undefined || ground === undefined || occasion === undefined) return undefined;
  return { name, on: occasion, ...ground, ...(since && { since }), ...(until && { until }), ...(unconfirmed && { unconfirmed }), ...(monday && { sundayToMonday: monday }) };
}

function readMove(written: YamlValue, sources: Sources): HolidayMove | undefined {
  const at = written.object(['from', 'to', 'scope', 'of', 'norm', 'source']);
  const from = required(written, 'from', at.from), to = required(written, 'to', at.to), ground = readGround(written, at, sources);
  const left = from && readDay(from), reached = to && readDay(to);
  return left && reached && ground && { from: left, to: reached, ...ground };
}

function readSunday(written: YamlValue, sources: Sources): SundayRule | undefined {
  const at = written.object(['norm', 'since', 'source']);
  const norm = required(written, 'norm', at.norm)?.text(), since = required(written, 'since', at.since), source = readSource(written, at.source, sources);
  const day = since && readDay(since);
  return norm && day && source ? { norm, since: day, source } : undefined;
}

type Ground = { readonly scope: Scope; readonly of?: string; readonly norm: string; readonly source: string };

function readGround(written: YamlValue, at: { scope?: YamlValue; of?: YamlValue; norm?: YamlValue; source?: YamlValue }, sources: Sources): Ground | undefined {
  const scope = required(written, 'scope', at.scope)?.oneOf(scopes), norm = required(written, 'norm', at.norm)?.text();
  const source = readSource(written, at.source, sources), of = at.of?.text();
  if (scope === undefined || norm === undefined || source === undefined) return undefined;
  if (scope === 'national') return { scope, norm, source };
  if (of !== undefined && (scope === 'municipality' || parseDepartment(of) === of)) return { scope, of, norm, source };
  return written.fault('place', `El feriado es de un ${scope === 'department' ? 'departamento' : 'municipio'} y no dice de cuál.`, 'Escriba «of» con el código del departamento (LP, CB, SC, OR, PT, CH, TJ, BE, PD) o el nombre del municipio.');
}

function readSource(written: YamlValue, key: YamlValue | undefined, sources: Sources): string | undefined {
  const name = required(written, 'source', key)?.text();
  if (name === undefined) return undefined;
  return sources.get(name) ?? key?.fault('source', `«${name}» no está en «sources».`, 'Agregue la fuente con su fecha en «sources».');
}

function readOccasion(written: YamlValue): Occasion | undefined {
  const text = written.text() ?? '';
  const easter = /^easter([+-]\d{1,3})$/.exec(text)?.[1];
  if (easter !== undefined) return { kind: 'easter', offsetDays: Number(easter) };
  if (/^\d{2}-\d{2}$/.test(text) && parseLocalDate(`2024-${text}`)) return { kind: 'yearly', monthDay: text };
  const day = readDay(written);
  return day && { kind: 'once', day };
}

function readDay(written: YamlValue): LocalDate | undefined {
  const text = written.text();
  if (text === undefined) return undefined;
  return parseLocalDate(text) ?? written.fault('day', `«${text}» no es un día del calendario.`, 'Escriba año-mes-día, como 2026-01-23; «on» admite también mes-día («01-22») y «easter-2».');
}

const required = (written: YamlValue, name: string, value: YamlValue | undefined): YamlValue | undefined =>
  value ?? written.fault('missing', `Falta «${name}».`, `Agregue «${name}: …».`);
