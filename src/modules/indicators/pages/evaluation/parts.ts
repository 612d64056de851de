import { tag, type TagColour } from '#kernel/html/components.ts';
import type { Html } from '#kernel/html/html.ts';
import { evaluationNames, type EvaluationState } from '../../domain/evaluation/evaluation.ts';

const colours = { open: 'grey', writing: 'blue', sent: 'teal', observed: 'yellow', accepted: 'green', closed: 'green', missed: 'red' } as const satisfies Record<EvaluationState, TagColour>;

/** How far an evaluation has come, in words. */
export const evaluationTag = (state: EvaluationState): Html => tag({ text: evaluationNames[state], colour: colours[state] });
