/** The names of a table's rows, in their order, with their own type instead of `string`. */
export const keysOf = <Table extends object>(table: Table): readonly (keyof Table & string)[] => Object.keys(table).filter((name) => isKeyOf(table, name));

/** Whether something names a row of the table itself, and nothing that every object inherits. */
export const isKeyOf = <Table extends object>(table: Table, name: unknown): name is keyof Table & string => typeof name === 'string' && Object.hasOwn(table, name);
