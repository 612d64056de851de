import type { LocalDate } from '#kernel/clock.ts';
import type { EntityId, Id, PersonId } from '#kernel/ids.ts';
import type { Measured } from '../dashboard/frame.ts';

export type DeclarationId = Id<'declaration'>;

/** How far a declared figure has come: the entity writes and sends it, who coordinates the line approves it, the agency accepts it. */
export type DeclarationState = 'draft' | 'sent' | 'approved' | 'accepted';

/** What the states are called. */
export const stateNames = { draft: 'Borrador', sent: 'Enviada', approved: 'Aprobada', accepted: 'Aceptada' } as const satisfies Record<DeclarationState, string>;

/** What an entity says: a figure of a period, for which day it is true, who signs for it and what shows it. */
export type Said = {
  readonly num: number;
  /** Of how many; `null` where the figure is no share. */
  readonly den: number | null;
  /** `null` where there was nothing to divide by. */
  readonly value: number | null;
  readonly effectiveOn: LocalDate;
  readonly signatory: string;
  /** The document that shows it: its name and number. */
  readonly evidence: string;
  /** Where it is published; empty where it is not. */
  readonly link: string;
  /** Until when the evidence holds; `null` where it has no end. */
  readonly expiresOn: LocalDate | null;
  readonly note: string;
};

/** A declared figure with how far it has come. */
export type Declaration = Said & {
  readonly entityId: EntityId; readonly id: DeclarationId; readonly indicator: string; readonly kind: 'month' | 'year'; readonly period: string;
  readonly state: DeclarationState; readonly revision: number; readonly movedBy: PersonId; readonly movedAt: Date;
};

/** Whether an indicator is one of those that entities declare: what the program counts by itself is contested, never declared. */
export const isDeclared = ({ mode }: Pick<Measured, 'mode'>): boolean => mode !== 'computed';

/** Whether the figure is a share of something: then it has a second number. */
export const isShare = ({ unit }: Pick<Measured, 'unit'>): boolean => unit === '%';

/** The value of two numbers: a share of nothing has no basis, which is neither 0 nor 100 percent. */
export function valueOf({ unit, factor }: Pick<Measured, 'unit' | 'factor'>, num: number, den: number | null): number | null {
  if (!isShare({ unit })) return num;
  return den === null || den === 0 ? null : (num / den) * factor;
}
