/** Names of the desk's own fields in the form of a task. No field of a procedure's form can have a hyphen, so they never meet. */
export const names = { outcome: 'tarea-respuesta', reason: 'tarea-motivo', observe: 'tarea-observar', confirmed: 'tarea-confirmada', change: 'tarea-cambiar' } as const;

/** Name of the reason for one observed field. */
export const reasonName = (field: string): string => `tarea-observar-${field}`;
