import { insetText, tag, type TagColour } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { stateNames, type PlanHead, type PlanState } from '../../domain/plan/plan.ts';

const colours = { draft: 'grey', registered: 'blue', observed: 'yellow', conforming: 'teal', approved: 'teal', authority_approved: 'teal', in_force: 'green', superseded: 'grey', closed: 'grey' } as const satisfies Record<PlanState, TagColour>;

/** How far a plan has come. */
export const stateTag = ({ state }: Pick<PlanHead, 'state'>): Html => tag({ text: stateNames[state], colour: colours[state] });

/** Says of a plan that it was begun from the example; nothing of any other. */
export const exampleNote = ({ isExample }: Pick<PlanHead, 'isExample'>): Html =>
  (isExample ? insetText(html`<strong>Es un ejemplo.</strong> Este plan se empezó con el Plan Institucional de Gobierno Electrónico del Gobierno Autónomo Departamental de Oruro. Lo que dice es de aquel plan, no de su entidad.`) : html``);

/** «2025-2028», or one year. */
export const yearsOf = ({ fromYear, toYear }: Pick<PlanHead, 'fromYear' | 'toYear'>): string => (fromYear === toYear ? String(fromYear) : `${fromYear}-${toYear}`);
