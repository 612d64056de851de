import type { Answers } from '#modules/forms/index.ts';
import type { EntityId, Id, PersonId } from '#kernel/ids.ts';

export type PlanId = Id<'plan'>;

/** What a plan says, under the ids of the plan's form (`content/plan/plan.form.yaml`). */
export type PlanContent = Answers;

/** How far a plan has come (national plan 2025-2028, cap. VI). That a term has run out is no state, and neither is being published: both are derived. */
export type PlanState = 'draft' | 'registered' | 'observed' | 'conforming' | 'approved' | 'authority_approved' | 'in_force' | 'superseded' | 'closed';

/** The states in words. */
export const stateNames = {
  draft: 'Borrador', registered: 'En revisión', observed: 'Observado', conforming: 'Conforme', approved: 'Aprobado por quien responde', authority_approved: 'Aprobado por la máxima autoridad',
  in_force: 'Vigente', superseded: 'Reemplazado', closed: 'Cerrado',
} as const satisfies Record<PlanState, string>;

/** One version of the plan of an entity, without what it says. Instants are `null` until they come. */
export type PlanHead = {
  readonly entityId: EntityId; readonly id: PlanId; readonly version: number; readonly title: string; readonly fromYear: number; readonly toYear: number; readonly state: PlanState;
  /** Grows by one with every change of the content. */
  readonly revision: number;
  /** Begun from an example, which every page says. */
  readonly isExample: boolean;
  readonly createdAt: Date; readonly updatedAt: Date; readonly updatedBy: PersonId | null;
  readonly code: string | null; readonly sha256: string | null;
  readonly registeredAt: Date | null; readonly conformedAt: Date | null; readonly approvedAt: Date | null; readonly authorityApprovedAt: Date | null; readonly inForceAt: Date | null;
  readonly publishedAt: Date | null; readonly confidential: boolean; readonly replacedAt: Date | null;
};

/** A plan with what it says. */
export type Plan = PlanHead & { readonly content: PlanContent };

/** Whether its content may still be written: before it is registered, and while it was observed. */
export const isOpen = ({ state }: Pick<PlanHead, 'state'>): boolean => state === 'draft' || state === 'observed';
