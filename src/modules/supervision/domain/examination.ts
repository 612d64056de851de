import type { Answers } from '#modules/forms/index.ts';
import type { Person, Role } from '#kernel/access.ts';
import type { EntityId, Id } from '#kernel/ids.ts';

export type ExaminationId = Id<'examination'>;

/** How far an examination has come: it is being written, its report is issued, the examined entity knows it. */
export type Stage = 'open' | 'issued' | 'notified';

/** The stages in words. */
export const stageNames = { open: 'En elaboración', issued: 'Emitido', notified: 'Notificado' } as const satisfies Record<Stage, string>;

/** One look at an entity by whoever examines it by law. */
export type Examination = {
  readonly id: ExaminationId; readonly entityId: EntityId; readonly examinedId: EntityId; readonly answers: Answers; readonly stage: Stage; readonly revision: number;
  /** Name of the example that it was made from; `null` for a real one. */
  readonly example: string | null;
  readonly updatedAt: Date;
};

/** On which side of an examination somebody stands. */
export type Side = 'examiner' | 'examined';

// Roles of the examined entity that read what was notified.
const examinedRoles = ['egov_head', 'authority', 'auditor'] as const satisfies readonly Role[];

/**
 * On which side of an examination a person stands, or on none: then it does not exist for them. Whoever examines sees what their own entity examines; the
 * examined entity sees nothing before it is notified.
 */
export function sideOf(person: Pick<Person, 'roles' | 'entityId'>, { entityId, examinedId, stage }: Pick<Examination, 'entityId' | 'examinedId' | 'stage'>): Side | undefined {
  if (person.entityId === entityId && person.roles.includes('examiner')) return 'examiner';
  const reads = person.entityId === examinedId && examinedRoles.some((role) => person.roles.includes(role));
  return reads && stage === 'notified' ? 'examined' : undefined;
}

/** Whether it can still be written: a report that was issued does not change any more. */
export const isOpen = ({ stage }: Pick<Examination, 'stage'>): boolean => stage === 'open';

/** What has to be said before the report is issued; ids of fields of its form. */
export const neededToIssue = ['informe_numero', 'fecha_emision'] as const;
