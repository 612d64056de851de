/**
 * Where a recommendation stands, in the order in which it goes through. Partly done and not done are results of a verification that lead back to work, so
 * they are no states; escalated is what not accepted is.
 */
export const states = [
  'draft', 'issued', 'notified', 'not_accepted', 'accepted', 'partly_accepted', 'planned', 'under_way', 'reported', 'under_verification', 'closed_not_implemented', 'closed_not_applicable', 'closed_implemented',
] as const;
export type State = (typeof states)[number];

/** Whose turn it is. */
export type Turn = 'examiner' | 'examined' | 'nobody';

type Row = { readonly name: string; readonly turn: Turn; readonly colour: 'grey' | 'blue' | 'yellow' | 'green' | 'red' | 'purple' };

/** The states in words, and whose turn it is in each. */
export const stateRows = {
  draft: { name: 'En elaboración', turn: 'examiner', colour: 'grey' },
  issued: { name: 'Emitida', turn: 'examiner', colour: 'grey' },
  notified: { name: 'Notificada', turn: 'examined', colour: 'blue' },
  not_accepted: { name: 'No aceptada, elevada', turn: 'examiner', colour: 'red' },
  accepted: { name: 'Aceptada', turn: 'examined', colour: 'blue' },
  partly_accepted: { name: 'Aceptada en parte', turn: 'examined', colour: 'blue' },
  planned: { name: 'Con plan de acción', turn: 'examined', colour: 'blue' },
  under_way: { name: 'En marcha', turn: 'examined', colour: 'yellow' },
  reported: { name: 'Informada como cumplida', turn: 'examiner', colour: 'purple' },
  under_verification: { name: 'En verificación', turn: 'examiner', colour: 'purple' },
  closed_implemented: { name: 'Cerrada: cumplida', turn: 'nobody', colour: 'green' },
  closed_not_implemented: { name: 'Cerrada: no cumplida', turn: 'nobody', colour: 'red' },
  closed_not_applicable: { name: 'Cerrada: no corresponde', turn: 'nobody', colour: 'grey' },
} as const satisfies Record<State, Row>;

/** Whether nothing more is expected. */
export const isClosed = (state: State): boolean => stateRows[state].turn === 'nobody';

/** Reads a state that came from outside; `undefined` where there is none of that name. */
export const parseState = (text: unknown): State | undefined => states.find((one) => one === text);
