/** Address of an entry, or of something below it. */
export const entryHref = (slug: string, rest = ''): string => `/plan/inventario/tramite/${slug}${rest}`;
