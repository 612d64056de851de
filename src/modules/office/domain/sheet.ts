/** A value of a cell. Days travel as `YYYY-MM-DD` texts. */
export type Cell = string | number | boolean | null;

/** One sheet of a workbook: its name, the heads of its columns, and its rows in the order of the heads. */
export type Sheet = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** Formats in which sheets come and go, by the ending of the file; open standards first, because that is the State's policy. */
export type SheetFormat = 'ods' | 'xlsx' | 'csv';
