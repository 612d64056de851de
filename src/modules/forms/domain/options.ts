import type { YamlValue } from '#kernel/yaml/index.ts';
import { sayText, type Text } from '#kernel/text.ts';
import { readText } from './words.ts';
import type { AnswerValue } from './types.ts';
import type { OwnAttributes } from './field-type.ts';

/** One row of a closed list: what is stored and what people read. */
export type Option = { readonly value: string; readonly label: Text; readonly hint?: Text };

const optionsMax = 500;

/** Reads `options`: texts, or `{value, label, hint}` where what is stored is not what is read. */
export function readOptions(own: OwnAttributes): readonly Option[] {
  const at = own.get('options');
  if (at === undefined) { own.at.fault('options', 'Faltan las opciones («options»).', 'Escriba una lista con al menos dos.'); return []; }
  const options = at.items().map(readOption).filter((option) => option !== undefined);
  if (options.length < 2 || options.length > optionsMax) at.fault('options', `Hay ${options.length} opciones.`, `Escriba entre 2 y ${optionsMax}.`);
  refuseTwins(options, at);
  return options;
}

function readOption(at: YamlValue): Option | undefined {
  if (!at.isMap) { const value = at.text(); return value === undefined ? undefined : { value, label: { es: value } }; }
  const { value, label, hint } = at.object(['value', 'label', 'hint']);
  const [stored, words] = [value?.text(), label && readText(label)];
  if (stored === undefined || words === undefined) return at.fault('options', 'A la opción le falta «value» o «label».', 'Escriba los dos: lo que se guarda y lo que se lee.');
  const help = hint && readText(hint);
  return { value: stored, label: words, ...(help === undefined ? {} : { hint: help }) };
}

function refuseTwins(options: readonly Option[], at: YamlValue): void {
  const seen = new Set<string>();
  for (const { value } of options) {
    if (seen.has(value)) at.fault('options', `La opción «${value}» está dos veces.`, 'Deje una sola.');
    seen.add(value);
  }
}

/** The words of a stored option; the stored value itself where the form no longer has it. */
export function sayOption(options: readonly Option[], stored: AnswerValue): string {
  const found = options.find(({ value }) => value === stored);
  return found === undefined ? String(stored) : sayText(found.label);
}
