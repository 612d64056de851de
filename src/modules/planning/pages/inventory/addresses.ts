import type { ImportId } from '../../store/imports.ts';

/** Address of the draft procedure that is made from an entry, or of something below it. */
export const draftHref = (slug: string, rest = ''): string => `/plan/borradores/${slug}${rest}`;

/** Address of a file on its way into the inventory, or of something below it. */
export const importHref = (id: ImportId, rest = ''): string => `/plan/inventario/importacion/${id}${rest}`;

/** Address of an entry, or of something below it. */
export const entryHref = (slug: string, rest = ''): string => `/plan/inventario/tramite/${slug}${rest}`;
