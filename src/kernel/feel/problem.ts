/** What is wrong with an expression, for the designer: a sentence in Spanish, the offending text, and where it stands. */
export type FeelProblem = {
  readonly message: string;
  /** The part of the expression that is wrong; empty where something is missing at the end. */
  readonly offending: string;
  /** Place within the expression: offset and length in characters from 0, line and column from 1. */
  readonly position: { readonly offset: number; readonly length: number; readonly line: number; readonly column: number };
};

/** A problem at characters `from`–`to` of an expression. */
export function problemAt(text: string, from: number, to: number, message: string): FeelProblem {
  const before = text.slice(0, from);
  const line = before.split('\n').length;
  const column = from - before.lastIndexOf('\n');
  return { message, offending: text.slice(from, to), position: { offset: from, length: to - from, line, column } };
}
