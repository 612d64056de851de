/** One thing that is well, or needs attention: what it is about, how it is in a sentence, and where it needs attention what to do. */
export type Check = { readonly about: string; readonly says: string } & ({ readonly isGood: true } | { readonly isGood: false; readonly next: string });

/** A thing that is well. */
export const good = (about: string, says: string): Check => ({ about, isGood: true, says });

/** A thing that needs attention; `next` is the next step. */
export const attention = (about: string, says: string, next: string): Check => ({ about, isGood: false, says, next });
