/** A goal of the national plan as the dashboard needs it: official words, who answers, and whether its text is whole. */
export type FrameGoal = {
  readonly code: string; readonly line: number; readonly result: string; readonly goal: string;
  readonly responsible: readonly string[]; readonly coordinators: readonly string[]; readonly fidelity: 'literal' | 'repaired' | 'lost'; readonly note?: string;
};

/** A line of the national plan with its goals, those of its sub-lines too. */
export type FrameLine = { readonly number: number; readonly axis: number; readonly name: string; readonly about: string; readonly goals: readonly FrameGoal[] };

/** The national plan: what the dashboard measures against. */
export type Frame = { readonly title: string; readonly preparedBy?: string; readonly fromYear: number; readonly toYear: number; readonly axes: readonly { readonly number: number; readonly name: string }[]; readonly lines: readonly FrameLine[] };

/** What the dashboard needs to know of an indicator. */
export type Measured = {
  readonly code: string; readonly plan: string; readonly name: string; readonly mode: 'computed' | 'partial' | 'reported'; readonly unit: string; readonly factor: number; readonly sense: 'higher' | 'lower';
  readonly population: string; readonly method: string; readonly source: string; readonly version: number; readonly missing: string | undefined; readonly evidence: string | undefined; readonly sha256: string;
  /** Absent where nothing in the program counts it yet. */
  readonly numerator: object | undefined;
  readonly goal: { readonly text: string; readonly value: number | undefined; readonly year: number | undefined; readonly state: 'in_force' | 'unconfirmed' } | undefined;
};

/** The plan with what is measured of it. An indicator of the plan has the code of its goal. */
export type Board = { readonly frame: Frame; readonly indicators: readonly Measured[] };

/** The goal with a code, and the indicator that measures it, if any. */
export function findGoal({ frame, indicators }: Board, code: string): { readonly goal: FrameGoal; readonly line: FrameLine; readonly indicator: Measured | undefined } | undefined {
  const line = frame.lines.find(({ goals }) => goals.some((goal) => goal.code === code)), goal = line?.goals.find((each) => each.code === code);
  return line && goal && { line, goal, indicator: indicators.find((each) => each.plan === 'nacional' && each.code === code) };
}
