import type { YamlValue } from '#kernel/yaml/index.ts';
import type { Feel } from '#kernel/feel/index.ts';
import type { AnswerValue, Behaviour, Fault, Reading, Shown } from './types.ts';

/**
 * The contract of a leaf of `field-types/`. To add one: a folder with one object of this type, and one line in `field-types/index.ts`.
 */
export type FieldType = {
  /** The word in `type:` of form.yaml. */
  readonly name: string;
  /** What it is for, in Spanish, for the reference and the designer. */
  readonly purpose: string;
  /** Shape of the stored value, in Spanish. */
  readonly stored: string;
  /** Attributes of its own and what each says, in Spanish. */
  readonly attributes: Readonly<Record<string, string>>;
  /** How long a person needs for it, for the estimate on the first page. */
  readonly secondsToFill: number;
  /** Reads the attributes once, at publication. What is wrong with them is written down as faults; the behaviour then falls back to defaults. */
  readonly prepare: (own: OwnAttributes) => Behaviour;
};

/** The attributes of one field, for its type. */
export type OwnAttributes = {
  readonly get: (name: string) => YamlValue | undefined;
  /** The field itself, for faults about what is missing. */
  readonly at: YamlValue;
  /** An expression, compiled; `undefined` where it is absent or faulty, which is then written down. */
  readonly feel: (name: string) => Feel | undefined;
};

/** A reading that came to a value. */
export const value = (it: AnswerValue): Reading => ({ kind: 'value', value: it });
/** A reading of nothing: whether that is wrong is decided by `required`. */
export const empty: Reading = { kind: 'empty' };
/** A reading that can't be taken, with the sentence for the person. */
export const wrong = (fault: Fault, message: string): Reading => ({ kind: 'error', fault, message });

/** The words of a field as the start of a sentence: «la fecha» becomes «La fecha». */
export const start = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** What was typed under a name, to be shown again; else the given text. */
export function typed(entered: Readonly<Record<string, string | readonly string[]>>, name: string, otherwise: string): string {
  const text = Object.hasOwn(entered, name) ? entered[name] : undefined;
  return typeof text === 'string' ? text : otherwise;
}

/** What a box shows at first: the stored text or number, or nothing. */
export const plainText = (it: AnswerValue | undefined): string => (typeof it === 'string' || typeof it === 'number' ? String(it) : '');

/** What the component of every one-control field is given. */
export const drawn = ({ path, label, hint, error, isHeading }: Shown) =>
  ({ id: path, name: path, label, hint, error, ...(isHeading ? { isPageHeading: true, labelSize: 'l' as const } : {}) });
