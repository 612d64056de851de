import type { Sheet } from '#modules/office/index.ts';
import { idKey, type SheetKind } from './columns.ts';
import type { SheetMapping } from './guess.ts';

/** What is wrong in what somebody said of a file: of which sheet, and of which of its columns. */
export type MappingFault = { readonly sheet: number; readonly column: number; readonly text: string };

/** Everything that keeps a file from being read with these columns. */
export function mappingFaults(sheets: readonly Sheet[], mappings: readonly SheetMapping[], kinds: readonly SheetKind[]): readonly MappingFault[] {
  if (mappings.every(({ role }) => role !== 'tramites')) return [{ sheet: 0, column: -1, text: 'Diga en qué hoja están los trámites.' }];
  return mappings.flatMap(({ role, columns }, sheet) => {
    const kind = kinds.find((one) => one.role === role), name = sheets[sheet]?.name ?? '';
    if (!kind) return [];
    const twice = columns.flatMap((key, column) => (key !== '' && columns.indexOf(key) < column ? [{ sheet, column, text: `Dos columnas de «${name}» dicen «${kind.columns.find((one) => one.key === key)?.head ?? ''}»: deje una sola.` }] : []));
    const wanted = role === 'tramites' ? [idKey, 'nombre'] : [idKey], isNamed = wanted.some((key) => columns.includes(key));
    return [...twice, ...(isNamed ? [] : [{ sheet, column: 0, text: role === 'tramites' ? `Diga qué columna de «${name}» tiene el nombre del trámite, o su identificador.` : `Diga qué columna de «${name}» tiene el identificador del trámite.` }])];
  });
}
