/** Where the list of indicators is. */
export const indicatorsHref = '/tablero/indicadores';

/** The page of an indicator, of the country or of an entity by its key. */
export const indicatorHref = (code: string, entityKey?: string): string => `${indicatorsHref}/${encodeURIComponent(code)}${entityKey === undefined ? '' : `?entidad=${encodeURIComponent(entityKey)}`}`;

/** The rows behind one part of an indicator. */
export const rowsHref = (code: string, operand: string, entityKey?: string): string => `${indicatorsHref}/${encodeURIComponent(code)}/filas/${operand}${entityKey === undefined ? '' : `?entidad=${encodeURIComponent(entityKey)}`}`;
