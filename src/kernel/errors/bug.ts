/** A fault of the program itself. It is logged with its cause and answered with a page that says nothing about it. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** Stops the request when something that must always hold does not; `claim` is the sentence that turned out to be false. */
export function invariant(condition: unknown, claim: string, cause?: unknown): asserts condition {
  if (!condition) throw new Bug(`Invariant broken: ${claim}`, cause === undefined ? {} : { cause });
}
