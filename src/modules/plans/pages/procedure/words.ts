import { keysOf } from '#kernel/tables.ts';
import { planSections } from '../../domain/plan/sections.ts';
import type { Severity } from '../../domain/procedure/types.ts';

/** Who takes a step, by the role that the diagram names. */
export const turnNames: Readonly<Record<string, string>> = { egov_head: 'responsable de gobierno electrónico de la entidad', reviewer: 'AGETIC', authority: 'máxima autoridad de la entidad' };

/** How much an observation matters. */
export const severityNames = { essential: 'Hay que corregirlo', important: 'Conviene corregirlo', minor: 'De forma' } as const satisfies Record<Severity, string>;
export const severityKeys = keysOf(severityNames);

/** The title of a section by its key. */
export const sectionTitle = (key: string): string => planSections.find((section) => section.key === key)?.title ?? key;

/** «1 día», «3 días». */
export const sayDays = (days: number): string => (days === 1 ? '1 día' : `${days} días`);
