import { done } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';

/** Work by hand, such as moving a folder: noted in the story of the case, not waited for. */
export const manualTask = {
  kind: 'manualTask', bpmn: 'bpmn:ManualTask', name: 'Tarea manual', does: 'Anota un trabajo hecho a mano y sigue sin esperar.',
  attributes: [], activity: true,
  enter: done,
} as const satisfies Leaf;
