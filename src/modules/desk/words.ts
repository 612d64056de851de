import type { Definition, Task } from '#modules/cases/index.ts';

/** A key of the diagram as a person reads it: `mesa_de_partes` → «Mesa de partes», `emision` → «Emisión» (keys have no accents). */
export function sayKey(key: string): string {
  const words = key.replaceAll(/[_-]+/g, ' ').trim().replace(/\b(\w+)([cs])ion\b/g, '$1$2ión').replace(/\bjuridica\b/, 'jurídica');
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
