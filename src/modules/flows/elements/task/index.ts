import { done } from '../../domain/moves.ts';
import type { Leaf } from '../../domain/run.ts';

/** A task of no special kind: says that something is done outside the system, and doesn't wait for it. */
export const task = {
  kind: 'task', bpmn: 'bpmn:Task', name: 'Tarea', does: 'Anota un paso que no se hace en el sistema y sigue sin esperar.',
  attributes: [], activity: true,
  enter: done,
} as const satisfies Leaf;
