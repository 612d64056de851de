import type { Definition, Task } from '#modules/cases/index.ts';
import { unitNames } from '#modules/identity/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** How an entity calls its units: by the name that its procedures give them, otherwise by their key. */
export type SayUnit = (unit: string) => string;

/** Reads how an entity calls its units. */
export async function unitSayer(db: Db, entityId: EntityId): Promise<SayUnit> {
  const names = await unitNames(db, entityId);
  return (unit) => names.get(unit) ?? sayKey(unit);
}

/** A key of the diagram as a person reads it: `no_existe` → «No existe», `subsanacion` → «Subsanación» (keys have no accents). */
export function sayKey(key: string): string {
  const words = key.replaceAll(/[_-]+/g, ' ').trim().replace(/\b(\w+)([cs])ion\b/g, '$1$2ión');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** What each kind of task is called. */
export const kindName = { review: 'Revisión', decision: 'Decisión', opinion: 'Opinión', inspection: 'Inspección' } as const satisfies Record<Task['kind'], string>;

/** How the form calls a field, which may stand inside a group. */
export function labelOf(definition: Definition, path: string): string {
  const id = path.split('.', 1)[0];
  return definition.form.pages.flatMap((page) => page.fields).find((field) => field.id === id)?.label.es ?? path;
}

/** «1 tarea», «3 tareas», and beyond what is counted «más de 999 tareas». */
export const sayCount = (count: number, max: number): string => (count > max ? `más de ${max}` : String(count));
