/** Entries of inventories that meet a condition over `n`. */
export const entriesSql = (condition: string): string => `select n.entity_id, n.slug as key, n.name as label from planning.v_entry n where ${condition}`;

/** Where the entity reads an entry of its inventory. */
export const entryHref = (slug: string): string => `/plan/inventario/tramite/${slug}`;
