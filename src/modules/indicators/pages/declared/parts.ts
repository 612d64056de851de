import { tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { stateNames, type Declaration, type DeclarationState } from '../../domain/declared/declaration.ts';
import { evidenceNames, evidenceState } from '../../domain/declared/evidence.ts';

const colours = { draft: 'grey', sent: 'blue', approved: 'teal', accepted: 'green' } as const satisfies Record<DeclarationState, string>;

/** How far a declared figure has come, in a word. */
export const stateTag = (state: DeclarationState): Html => tag({ text: stateNames[state], colour: colours[state] });

/** A mark for evidence that no longer holds; nothing for evidence that does. */
export function evidenceTag(declaration: Declaration, today: LocalDate): Html {
  const state = evidenceState(declaration, declaration.kind, today);
  return state === 'current' ? html`` : tag({ text: evidenceNames[state], colour: state === 'expired' ? 'red' : 'orange' });
}
