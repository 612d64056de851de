/** A decision table's hit policy, as DMN names it; C may be followed by an aggregation. */
export type HitPolicy = 'U' | 'A' | 'F' | 'P' | 'R' | 'O' | 'C' | 'C+' | 'C<' | 'C>' | 'C#';

/** How a decision reaches its value. */
export type DecisionLogic =
  | { readonly kind: 'literal'; readonly expression: string }
  | { readonly kind: 'table'; readonly table: DecisionTable }
  | { readonly kind: 'context'; readonly entries: readonly { readonly name?: string; readonly logic: DecisionLogic }[] }
  | { readonly kind: 'invocation'; readonly called: string; readonly bindings: readonly { readonly name: string; readonly logic: DecisionLogic }[] }
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly body: DecisionLogic };

export type DecisionTable = {
  readonly policy: HitPolicy;
  readonly inputs: readonly { readonly label?: string; readonly expression: string; /** Unary tests. */ readonly allowed?: string }[];
  readonly outputs: readonly { readonly name?: string; /** FEEL: the possible values, in order of priority. */ readonly values?: string; readonly otherwise?: string }[];
  readonly rules: readonly { readonly when: readonly string[]; readonly then: readonly string[] }[];
};

export type Decision = {
  readonly id: string;
  /** Name under which other decisions see its value. */
  readonly name: string;
  /** Ids of the decisions whose values it uses. */
  readonly requires: readonly string[];
  /** Ids of the business knowledge models that it calls. */
  readonly knows: readonly string[];
  /** Every name that its expressions may use, so that names of several words are understood. */
  readonly names: readonly string[];
  readonly logic: DecisionLogic;
};

/** A value that decisions are given: its name, its FEEL type, and the values allowed as unary tests. */
export type DecisionInput = { readonly name: string; readonly type?: string; readonly allowed?: string };

/** Compiled decisions.dmn: immutable, plain JSON. */
export type Decisions = {
  readonly decisions: Readonly<Record<string, Decision>>;
  /** Business knowledge models, which invocations call. */
  readonly knowledge: Readonly<Record<string, Decision>>;
  readonly inputs: readonly DecisionInput[];
};
