import type { LocalDate } from '#kernel/clock.ts';
import type { Approval, NewObservation, PlanActor } from './types.ts';

/** What the agency finds of each open observation, by its number: resolved or not. */
export type Findings = Readonly<Record<number, boolean>>;

/** What somebody asks of a plan. */
export type PlanEvent = { readonly by: PlanActor } & (
  /** Step 3. `sha256` is over the canonical content. */
  | { readonly type: 'register'; readonly sha256: string }
  /** Step 4. */
  | { readonly type: 'observe'; readonly findings: Findings; readonly added: readonly NewObservation[] }
  | { readonly type: 'conform'; readonly findings: Findings; readonly unsent: number }
  /** Step 5. Answers by the number of the observation. */
  | { readonly type: 'answer'; readonly sha256: string; readonly answers: Readonly<Record<number, string>> }
  /** Step 6. */
  | { readonly type: 'approve'; readonly approval: Omit<Approval, 'at' | 'name'> }
  /** Step 7. */
  | { readonly type: 'authorise'; readonly number: string; readonly day: LocalDate; readonly text: string; readonly confidential: boolean; readonly reason: string }
  /** Step 8. */
  | { readonly type: 'register_resolution'; readonly number: string; readonly day: LocalDate; readonly fileId: string }
  /** Step 9, its end. */
  | { readonly type: 'close'; readonly reason: string }
  | { readonly type: 'supersede'; readonly version: number }
  | { readonly type: 'opine'; readonly text: string }
  | { readonly type: 'recompute_terms' }
);

export type PlanEventType = PlanEvent['type'];
export type PlanEventOf<Type extends PlanEventType> = PlanEvent & { readonly type: Type };
