/** Marks something that we decided because the source leaves it open. */
export type Decided = { readonly decided?: true; readonly reason?: string };
