import { tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Fidelity, NationalGoal } from '../../domain/national/national-plan.ts';

/** Address of a line of the national plan, or of one of its goals. */
export const lineHref = (line: number, code?: string): string => `/planes/nacional/linea/${line}${code === undefined ? '' : `#meta-${code}`}`;

/** What happened to a text whose copy was damaged; nothing for one that stands as it was written. */
export const fidelityTag = (fidelity: Fidelity): Html => (fidelity === 'literal' ? html`` : fidelity === 'repaired' ? tag({ text: 'Reparada', colour: 'blue' }) : tag({ text: 'Por confirmar', colour: 'yellow' }));

/** A goal in one line: its code, its words, and its mark. Of a lost goal the result is told, because the goal is not known. */
export const goalWords = ({ code, line, goal, result, fidelity }: NationalGoal): Html =>
  html`<a class="govuk-link" href="${lineHref(line, code)}">Meta ${code}</a> ${fidelity === 'lost' ? result : goal} ${fidelityTag(fidelity)}`;
