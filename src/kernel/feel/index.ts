/**
 * FEEL (Friendly Enough Expression Language, OMG DMN 1.5 chapter 10), the one expression language of forms, flows, fees and decision tables.
 * A thin layer on `feelin`: parses once, tells a designer in Spanish what is wrong and where, and never throws for what a designer wrote.
 */
export { compileFeel, feelLengthMax } from './compile.ts';
export type { CompiledFeel, Feel } from './compile.ts';
export { evaluateFeel, tryFeel } from './evaluate.ts';
export type { FeelOutcome } from './evaluate.ts';
export { compileUnary, testUnary } from './unary.ts';
export type { CompiledUnary, FeelTest } from './unary.ts';
export type { FeelProblem } from './problem.ts';
export { feelDate, feelFunction, feelOfType, toPlain } from './values.ts';
export type { Plain } from './values.ts';
