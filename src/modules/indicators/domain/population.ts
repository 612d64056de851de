import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { Checked } from '#kernel/faults.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';

/** A list of entities that figures are about, by their keys; all of the installation where `everybody`. */
export type Population = {
  readonly list: string; readonly version: number; readonly name: string; readonly since: LocalDate; readonly source: string;
  /** Whether an official source says who belongs to it. */
  readonly confirmed: boolean;
  readonly everybody: boolean; readonly entities: readonly string[];
};

/** Reads populations.yaml. Never throws; codes of faults read `populations.<name>`. */
export function readPopulations(text: string, file: string): Checked<readonly Population[]> {
  const { root, faults } = readYaml(text, file, 'populations'), read = root?.items().map(readOne) ?? [];
  return { value: faults.length > 0 ? undefined : read.flatMap((one) => one ?? []), faults };
}

function readOne(at: YamlValue): Population | undefined {
  const parts = at.object(['list', 'version', 'name', 'since', 'source', 'confirmed', 'everybody', 'entities']);
  const list = parts.list?.text(), version = parts.version?.integer(1, 10_000), name = parts.name?.text(), since = parseLocalDate(parts.since?.text() ?? ''), source = parts.source?.text(), confirmed = parts.confirmed?.boolean();
  const everybody = parts.everybody?.boolean() ?? false, entities = parts.entities?.items().flatMap((item) => item.text() ?? []) ?? [];
  if (!list || !version || !name || !since || !source || confirmed === undefined) return at.fault('incomplete', 'A la lista de entidades le falta algo.', 'Escriba list, version, name, since, source y confirmed.');
  if (everybody === entities.length > 0) return at.fault('entities', `La lista «${list}» dice a la vez quiénes son y que son todas, o ninguna de las dos cosas.`, 'Escriba «everybody: true», o «entities:» con sus claves.');
  return { list, version, name, since, source, confirmed, everybody, entities };
}
