import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '#modules/forms/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import { partKinds, type PartKind } from '../../domain/parts.ts';

/** A part of an example, with the code that its report gives it. */
export type ExamplePart = { readonly kind: PartKind; readonly code: string; readonly parent: string | undefined; readonly answers: Answers };

/** A report that was published, as an examination that can be loaded. `entity` is the key of whom it examined. */
export type Example = { readonly name: string; readonly entity: string; readonly answers: Answers; readonly parts: readonly ExamplePart[] };

/** The executive summary of report K3/GP445/S24-G1 of 12 December 2024: supervision of the Dirección General de Migración. */
export const digemigReport: Example = load('digemig');

function load(name: string): Example {
  const file = `${name}.yaml`, { root, faults } = readYaml(readFileSync(join(import.meta.dirname, file), 'utf8'), file, 'example');
  const { name: title, entity, examination, parts } = root?.object(['name', 'entity', 'examination', 'parts']) ?? {};
  const read = { name: title?.text() ?? '', entity: entity?.text() ?? '', answers: answersIn(examination), parts: (parts?.items() ?? []).map(partOf) };
  invariant(faults.length === 0, `the example ${file} is sound: ${JSON.stringify(faults)}`);
  return read;
}

function partOf(at: YamlValue): ExamplePart {
  const { kind, code, parent, answers } = at.object(['kind', 'code', 'parent', 'answers']);
  return { kind: kind?.oneOf(partKinds) ?? 'finding', code: code?.text() ?? '', parent: parent?.text(), answers: answersIn(answers) };
}

function answersIn(at: YamlValue | undefined): Answers {
  return Object.fromEntries([...(at?.members() ?? [])].map(([name, value]) => [name, value.plain()]));
}
