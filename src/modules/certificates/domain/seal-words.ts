/** Who seals the sheet, in the words that are printed on it. */
export type SealWords = { readonly subject: string; readonly authority: string; readonly demonstration: boolean };
