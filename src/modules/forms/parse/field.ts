import type { Plain, YamlValue } from '#kernel/yaml/index.ts';
import type { FieldType, OwnAttributes } from '../domain/field-type.ts';
import { faults, type Behaviour, type Fault, type Field } from '../domain/types.ts';
import { readText } from '../domain/words.ts';
import { fieldTypes } from '../field-types/index.ts';
import { isAutocompleteToken } from './autocomplete.ts';
import type { Scope } from './scope.ts';

const commonAttributes = ['id', 'type', 'label', 'hint', 'called', 'required', 'showIf', 'prefill', 'public', 'messages', 'autocomplete'] as const;

/** The fields before this one in the same row of a group; `undefined` outside groups. */
type Row = Set<string> | undefined;

/** Reads one field; `undefined` where its faults leave nothing to use. */
export function readField(at: YamlValue, scope: Scope, row?: Row): Field | undefined {
  const type = readType(at);
  if (type === undefined) return undefined;
  const known: Members = at.object([...commonAttributes, ...Object.keys(type.attributes)]);
  const id = readFieldId(known.id, at);
  if (id === undefined) return undefined;
  const own = ownAttributes(at, known, scope, row);
  const behaviour = type.prepare(own);
  const fields = 'fields' in type.attributes ? readRowFields(known.fields, at, scope, row) : undefined;
  const common = readCommon(at, known, behaviour, scope, row);
  if (!(row ? addToRow(row, id) : scope.add(id))) known.id?.fault('duplicate_id', `El id «${id}» ya se usó.`, 'Dé a cada campo un id distinto.');
  return common && { id, type: type.name, behaviour, ...common, ...(fields ? { fields } : {}), source: sourceOf(at) };
}

type Members = Partial<Record<string, YamlValue>>;

function readType(at: YamlValue): FieldType | undefined {
  if (!at.isMap) return at.fault('field', 'Un campo es un grupo de «nombre: valor».', 'Escriba al menos id, type y label.');
  const written = at.members().get('type');
  if (written === undefined) return at.fault('type', 'Al campo le falta la clase («type»).', `Escriba una: ${typeNames.join(', ')}.`);
  const name = written.oneOf(typeNames);
  return fieldTypes.find((type) => type.name === name);
}

const typeNames = fieldTypes.map((type) => type.name);

/** Names that a browser, the forms module or JavaScript itself gives another meaning. */
const reserved = new Set(['accion', 'constructor', 'solicitante', 'tramite', 'hoy', 'ahora', 'item', 'csrf']);

/** Reads an id, which never changes once published, because answers are kept under it. */
function readFieldId(written: YamlValue | undefined, at: YamlValue): string | undefined {
  if (written === undefined) return at.fault('id', 'Al campo le falta el «id».', 'Escriba un id corto en minúsculas, por ejemplo fecha_nacimiento.');
  const id = written.text();
  if (id === undefined) return undefined;
  if (!/^[a-z][a-z0-9_]{0,59}$/.test(id) || reserved.has(id)) return written.fault('id', `«${id}» no sirve como id.`, 'Use minúsculas sin acento, cifras y guion bajo, y que no sea una palabra reservada.');
  return id;
}

function ownAttributes(at: YamlValue, known: Members, scope: Scope, row: Row): OwnAttributes {
  const get = (name: string) => known[name];
  return { at, get, feel: (name) => { const written = known[name]; return written && scope.feel(written, row ?? new Set()); } };
}

function readRowFields(written: YamlValue | undefined, at: YamlValue, scope: Scope, outer: Row): readonly Field[] {
  if (outer !== undefined) at.fault('nested_group', 'Un grupo no puede contener otro grupo.', 'Saque el grupo interior a su propia página.');
  if (written === undefined) { at.fault('fields', 'Al grupo le faltan sus campos («fields»).', 'Escriba al menos uno.'); return []; }
  if (outer !== undefined) return [];
  const row = new Set<string>();
  return written.items().map((item) => readField(item, scope, row)).filter((field) => field !== undefined);
}

const addToRow = (row: Set<string>, id: string): boolean => (row.has(id) ? false : Boolean(row.add(id)));

/** What a person answers directly; a group is answered row by row, and its `minRows` says whether it must be. */
const isAsked = (behaviour: Behaviour): boolean => !behaviour.asksNothing && !behaviour.calculate && !behaviour.rows;

function readCommon(at: YamlValue, known: Members, behaviour: Behaviour, scope: Scope, row: Row) {
  const label = known.label && readText(known.label);
  if (label === undefined && !behaviour.asksNothing) return known.label ? undefined : at.fault('label', 'Al campo le falta la pregunta («label»).', 'Escriba «label: …»: cómo se le pregunta a la persona.');
  const [hint, called, prefill] = [known.hint && readText(known.hint), known.called?.text(), known.prefill && readPrefill(known.prefill, scope)];
  const [showIf, autocomplete] = [known.showIf && scope.feel(known.showIf, row ?? new Set()), known.autocomplete && readAutocomplete(known.autocomplete)];
  return {
    label: label ?? { es: '' }, required: readRequired(known.required, isAsked(behaviour), scope, row), public: known.public?.boolean() ?? false,
    messages: known.messages ? readMessages(known.messages) : {},
    ...(hint ? { hint } : {}), ...(called ? { called } : {}), ...(showIf ? { showIf } : {}), ...(prefill ? { prefill } : {}), ...(autocomplete ? { autocomplete } : {}),
  };
}

/** Everything that is asked is demanded, unless the form says otherwise: a question that nobody needs is better left out. */
function readRequired(written: YamlValue | undefined, asked: boolean, scope: Scope, row: Row): Field['required'] {
  if (written === undefined) return asked;
  if (written.isBoolean) return written.boolean() ?? false;
  if (written.isText && written.text() === 'recommended') return 'recommended';
  return scope.feel(written, row ?? new Set()) ?? false;
}

function readPrefill(written: YamlValue, scope: Scope): string | undefined {
  const path = written.text();
  if (path === undefined) return undefined;
  if (!/^[a-z_]\w*(\.[a-z_]\w*)*$/i.test(path)) return written.fault('prefill', `«${path}» no es un camino.`, 'Escriba nombres separados por puntos, por ejemplo solicitante.nombre.');
  scope.checkOutside(path, written);
  return path;
}

function readAutocomplete(written: YamlValue): string | undefined {
  const token = written.text();
  if (token === undefined || isAutocompleteToken(token)) return token;
  return written.fault('autocomplete', `«${token}» no es una palabra de autocompletar de HTML.`, 'Use una como given-name, family-name, email, tel, bday o address-line1.');
}

function readMessages(written: YamlValue): Field['messages'] {
  const members = written.object(faults);
  const said = faults.map((fault) => [fault, members[fault]?.text()] as const).filter((row): row is readonly [Fault, string] => row[1] !== undefined);
  return Object.fromEntries(said);
}

const wordAttributes = new Set(['label', 'hint', 'called', 'messages', 'text', 'rowName', 'unit', 'autocomplete']);

/** What was written, in two parts: words that only people read, and what decides which answers are right. */
function sourceOf(at: YamlValue): Field['source'] {
  const members = [...at.members()].map(([name, value]) => [name, value.plain()] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const part = (wanted: boolean): Plain => Object.fromEntries(members.filter(([name]) => wordAttributes.has(name) === wanted));
  return { words: JSON.stringify(part(true)), rules: JSON.stringify(part(false)) };
}
