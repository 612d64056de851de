import type { Json, TokenId } from '#modules/flows/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import type { Actor, FieldToCorrect, TaskKey } from './types.ts';

/** What somebody or something asks of a case. */
export type CaseEvent = { readonly by: Actor } & (
  | { readonly type: 'submit' }
  | { readonly type: 'claim' | 'release'; readonly task: TaskKey }
  | { readonly type: 'hand_over'; readonly task: TaskKey; readonly to: { readonly id: PersonId; readonly name: string; readonly units: readonly string[] } }
  | { readonly type: 'complete_task'; readonly task: TaskKey; readonly outcome: string; readonly reason: string; readonly observe: readonly FieldToCorrect[]; readonly answers: Answers }
  | { readonly type: 'correct'; readonly answers: Answers }
  | { readonly type: 'request_opinion'; readonly task: TaskKey; readonly unit: string; readonly question: string }
  | { readonly type: 'give_opinion'; readonly task: TaskKey; readonly text: string }
  | { readonly type: 'add_note'; readonly text: string }
  | { readonly type: 'receive_message'; readonly name: string; readonly data: Readonly<Record<string, Json>> }
  | { readonly type: 'service_done'; readonly token: TokenId; readonly element: string; readonly service: string; readonly result: Json }
  | { readonly type: 'service_failed'; readonly token: TokenId; readonly element: string; readonly service: string; readonly code: string; readonly reason: string }
  | { readonly type: 'fire_timer'; readonly id: string }
  | { readonly type: 'retry_incident' }
  | { readonly type: 'withdraw'; readonly reason: string }
  | { readonly type: 'recompute_terms' }
  | { readonly type: 'note_revocation'; readonly certificateId: string; readonly code: string; readonly reason: string }
);

export type EventType = CaseEvent['type'];
export type EventOf<Type extends EventType> = CaseEvent & { readonly type: Type };
