import { isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type { Fault } from '../faults.ts';
import type { Json } from '../json.ts';
import { nearest } from './nearest.ts';

/** Where faults of one file are gathered, and how its places are counted. */
export type YamlSource = { readonly file: string; readonly prefix: string; readonly lines: LineCounter; readonly faults: Fault[] };

/** Plain JSON, as a YAML value becomes without its places. */
export type Plain = Json;

/**
 * A value of a YAML file that knows where it stands. Every `get…`-like reader gives the value, or writes a fault with line and column
 * and gives `undefined`: nothing throws, and one run finds every fault.
 */
export class YamlValue {
  readonly #node: Node | null;
  readonly #source: YamlSource;
  readonly #offset: number;
  readonly #nameOffset: number;
  /** How a person would name the place, such as `pages[0].fields[2].type`. */
  readonly path: string;

  constructor(node: Node | null, source: YamlSource, path: string, nameOffset = 0) {
    this.#node = node;
    this.#source = source;
    this.path = path;
    this.#nameOffset = nameOffset;
    this.#offset = node?.range?.[0] ?? nameOffset;
  }

  /** Line and column of the value, from 1. */
  get place(): { readonly line: number; readonly column: number } { return placeOf(this.#source, this.#offset); }

  /** Writes down what is wrong here; gives `undefined`, so that a reader can end with it. */
  fault(code: string, reason: string, mend: string, severity: Fault['severity'] = 'error'): undefined {
    const { file, prefix, faults } = this.#source;
    faults.push({ file, ...this.place, code: `${prefix}.${code}`, reason, mend, severity });
  }

  /** The same about a place inside the text of this value, such as one word of an expression; its line and column count from 1. */
  faultWithin(inside: { readonly line: number; readonly column: number }, code: string, reason: string, mend: string): undefined {
    const { file, prefix, faults } = this.#source;
    const { line, column } = this.place;
    const quote = isScalar(this.#node) && /^QUOTE/.test(this.#node.type ?? '') ? 1 : 0;
    const isBlock = isScalar(this.#node) && /^BLOCK/.test(this.#node.type ?? '');
    const place = isBlock ? { line: line + inside.line } : { line: line + inside.line - 1, column: inside.line === 1 ? column + quote + inside.column - 1 : inside.column };
    faults.push({ file, ...place, code: `${prefix}.${code}`, reason, mend, severity: 'error' });
  }

  /** The same about the name in front of the value. */
  faultOfName(code: string, reason: string, mend: string, severity: Fault['severity'] = 'error'): undefined {
    const { file, prefix, faults } = this.#source;
    faults.push({ file, ...placeOf(this.#source, this.#nameOffset), code: `${prefix}.${code}`, reason, mend, severity });
  }

  /** Any scalar as it was written; a number or a word such as `true` is taken as text too. */
  text(): string | undefined {
    if (!isScalar(this.#node) || this.#node.value === null) return this.#wrong('un texto');
    return typeof this.#node.value === 'string' ? this.#node.value : (this.#node.source ?? String(this.#node.value));
  }

  number(): number | undefined {
    const value = isScalar(this.#node) ? this.#node.value : undefined;
    return typeof value === 'number' && Number.isFinite(value) ? value : this.#wrong('un número');
  }

  integer(min: number, max: number): number | undefined {
    const value = this.number();
    if (value === undefined || (Number.isSafeInteger(value) && value >= min && value <= max)) return value;
    return this.fault('number', `«${this.path}» vale ${value}.`, `Escriba un número entero entre ${min} y ${max}.`);
  }

  boolean(): boolean | undefined {
    const value = isScalar(this.#node) ? this.#node.value : undefined;
    return typeof value === 'boolean' ? value : this.#wrong('true (sí) o false (no)');
  }

  /** One of a few words; the nearest one is suggested for any other. */
  oneOf<Word extends string>(words: readonly Word[]): Word | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const found = words.find((word) => word === text);
    return found ?? this.fault('unknown_word', `«${text}» no se conoce en «${this.path}».`, suggestion(text, words));
  }

  items(): readonly YamlValue[] {
    if (!isSeq(this.#node)) return this.#wrong('una lista (cada elemento con un guion)') ?? [];
    return this.#node.items.map((item, i) => new YamlValue(isNode(item) ? item : null, this.#source, `${this.path}[${i}]`, this.#offset));
  }

  /** The members of a map in their order, under their names. */
  members(): ReadonlyMap<string, YamlValue> {
    const members = new Map<string, YamlValue>();
    if (!isMap(this.#node)) { this.#wrong('un grupo de «nombre: valor»'); return members; }
    for (const { key, value } of this.#node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const path = this.path === '' ? name : `${this.path}.${name}`;
      const keyOffset = isScalar(key) ? (key.range?.[0] ?? this.#offset) : this.#offset;
      members.set(name, new YamlValue(isNode(value) ? value : null, this.#source, path, keyOffset));
    }
    return members;
  }

  /** The members of a map of which only these names are known; for any other name the nearest one is suggested. */
  object<Name extends string>(names: readonly Name[]): Partial<Record<Name, YamlValue>> {
    const known: Partial<Record<Name, YamlValue>> = {};
    for (const [name, value] of this.members()) {
      const found = names.find((candidate) => candidate === name);
      if (found !== undefined) known[found] = value;
      else value.faultOfName('unknown_key', `«${name}» no se conoce${this.path === '' ? '' : ` en «${this.path}»`}.`, suggestion(name, names));
    }
    return known;
  }

  get isMap(): boolean { return isMap(this.#node); }
  get isList(): boolean { return isSeq(this.#node); }
  get isText(): boolean { return isScalar(this.#node) && typeof this.#node.value === 'string'; }
  get isBoolean(): boolean { return isScalar(this.#node) && typeof this.#node.value === 'boolean'; }
  get isNothing(): boolean { return this.#node === null || (isScalar(this.#node) && this.#node.value === null); }

  /** The value without its places. */
  plain(): Plain { return toPlain(this.#node); }

  #wrong(expected: string): undefined {
    return this.fault('wrong_type', `«${this.path}» no es ${expected}.`, `Escriba ${expected}.`);
  }
}

function placeOf({ lines }: YamlSource, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function toPlain(node: unknown): Plain {
  if (isSeq(node)) return node.items.map(toPlain);
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', toPlain(value)]));
  if (!isScalar(node) || isAlias(node)) return null;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function suggestion(text: string, words: readonly string[]): string {
  const near = nearest(text, words);
  return near === undefined ? `Use uno de estos: ${words.join(', ')}.` : `¿Quiso escribir «${near}»?`;
}
