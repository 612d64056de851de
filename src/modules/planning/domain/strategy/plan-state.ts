import type { PlanState } from './content.ts';

// The states that the plans publish, in the words of a sentence about the entity's plan.
const states: Readonly<Record<string, string>> = {
  draft: 'Se está escribiendo', registered: 'En revisión', observed: 'Observado', conforming: 'Conforme', approved: 'Aprobado por quien responde', authority_approved: 'Aprobado por la máxima autoridad', in_force: 'En ejecución', superseded: 'Reemplazado', closed: 'Concluido',
};

/** A published plan in words (Plan de Implementación de Gobierno Electrónico, cap. VI). */
export const planState = ({ title, state, fromYear, toYear }: { readonly title: string; readonly state: string; readonly fromYear: number; readonly toYear: number }): PlanState =>
  ({ title, years: fromYear === toYear ? String(fromYear) : `${fromYear}-${toYear}`, state: states[state] ?? 'Sin estado conocido' });
