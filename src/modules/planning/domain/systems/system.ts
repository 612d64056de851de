import type { Answers } from '#modules/forms/index.ts';
import type { EntityId, Id } from '#kernel/ids.ts';
import { columnIn, plain, textIn } from '../inventory/declared.ts';

export type SystemId = Id<'system'>;

/** A system of the entity that supports procedures (sistema informático de apoyo). */
export type System = {
  readonly entityId: EntityId; readonly id: SystemId; readonly name: string;
  /** What is declared of it, under the ids of its form. */
  readonly answers: Answers;
  /** Ids of the procedures that somebody has said it supports; those whose entry names it are not among them. */
  readonly procedures: readonly string[];
  /** Grows by one with every change. */
  readonly revision: number;
  /** `YYYY-MM-DD`; absent while it is in use. */
  readonly retiredOn: string | null;
  readonly retiredReason: string | null;
};

/** How a system is named, for comparing: without accents, capitals and spare spaces; nothing where no name is said. */
export const systemKeyOf = (name: string): string | null => plain(name.replaceAll(/\s+/g, ' ')) || null;

/** How entries may name a system: by its name and by the others it is known by. */
export const systemKeysOf = (answers: Answers): readonly string[] =>
  [...new Set([textIn(answers, 'nombre'), ...columnIn(answers, 'otros_nombres', 'nombre')].flatMap((name) => systemKeyOf(name) ?? []))];
