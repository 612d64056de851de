import type { Terminal } from './terminal.ts';

/** How a command ended, as scripts read it: well; faults were found; it was called wrongly; it could not be done. */
export const exits = { ok: 0, faults: 1, usage: 2, failed: 3 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** An option of a command: `--name value`, or `--name` alone for a flag. */
export type Option = { readonly kind: 'text' | 'flag'; readonly says: string; readonly example?: string };

/** What was written after the name of a command. */
export type Given = { readonly operands: readonly string[]; readonly text: (option: string) => string | undefined; readonly flag: (option: string) => boolean };

/** One command. To add one: its file in `commands/`, and its line in `commands/index.ts`. */
export type Command = {
  /** One word or two, such as `db backup`. */
  readonly name: string;
  readonly summary: string;
  /** What may follow the name, such as `[carpeta…]`. */
  readonly operands: string;
  readonly operandsMin: number;
  readonly operandsMax: number;
  readonly options: Readonly<Record<string, Option>>;
  /** Paragraphs of the help. */
  readonly details: readonly string[];
  readonly examples: readonly string[];
  readonly run: (given: Given, terminal: Terminal) => Promise<Exit>;
};
