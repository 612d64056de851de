/** One row of a module's refusals: HTTP status, and the sentence for the person; `{name}` in it is filled in by the caller. */
export type RefusalRow = readonly [status: number, sentence: string];

/** A refusal as the generated reference lists it. */
export type RefusalEntry = { readonly code: string; readonly status: number; readonly sentence: string };

/** What a person can cause. `code` never changes once published; `detail` is for the operator's log and is never shown. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly status: number;
  /** Extra members of the problem document on the API, such as the named fields that are wrong. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(entry: RefusalEntry, sentence: string, facts: Readonly<Record<string, unknown>>, cause: unknown) {
    super(sentence, cause === undefined ? {} : { cause });
    this.code = entry.code;
    this.status = entry.status;
    this.facts = facts;
  }
}

const catalogue = new Map<string, RefusalEntry>();

/**
 * Declares the refusals of one module and returns the function that throws them.
 * Codes read `<module>.<name>`; declaring a code twice is a bug that shows at start.
 */
export function refusals<Name extends string>(module: string, table: Readonly<Record<Name, RefusalRow>>) {
  for (const [name, [status, sentence]] of Object.entries<RefusalRow>(table)) {
    const code = `${module}.${name}`;
    catalogue.set(code, { code, status, sentence });
  }
  return function refuse(name: Name, facts: Readonly<Record<string, unknown>> = {}, cause?: unknown): never {
    const [status, sentence] = table[name];
    const entry = { code: `${module}.${name}`, status, sentence };
    throw new Refusal(entry, fill(sentence, facts), facts, cause);
  };
}

/** Every refusal declared so far, by code, for the generated reference. */
export function refusalCatalogue(): readonly RefusalEntry[] {
  return [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** Whether something caught is a refusal, optionally of one code. */
export function isRefusal(caught: unknown, code?: string): caught is Refusal {
  return caught instanceof Refusal && (code === undefined || caught.code === code);
}

const fill = (sentence: string, facts: Readonly<Record<string, unknown>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? String(facts[name]) : whole));
